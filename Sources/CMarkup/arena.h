// The memory of one parse: handed out in one direction, given back all at once, watched while it grows.
#ifndef ARENA_H
#define ARENA_H

#include <setjmp.h>
#include <stddef.h>
#include <stdint.h>

#include "CMarkup.h"

enum { RECENT_NODES = 8 };

typedef struct {
  uint8_t *base;
  size_t used;
  size_t size;
  // Where the last block begins: gumbo often gives back what it has just got, and only that can be had again.
  size_t last;
  // Where to go on when the parse is given up: gumbo has no way to stop, but between two of its allocations nothing
  // of it holds anything but memory from here.
  jmp_buf give_up;
  // The last allocations of the size of a node, to measure how deep the tree has become.
  const void *recent[RECENT_NODES];
  uint32_t node_count;
  // Attributes since the last node, and what comparing them to each other may still cost.
  uint64_t attributes;
  uint64_t comparisons_left;
} arena;

// Reserves address space for a page of `length` bytes. Returns 0 when the system has none.
int arena_open(arena *arena, size_t length);

void arena_close(arena *arena);

// Memory for the caller itself, aligned to 16 bytes, or NULL.
void *arena_take(arena *arena, size_t size);

// Gumbo's allocator. Does not return when the page is found to be too costly; arena.give_up then receives the
// markup_status.
void *arena_allocate(void *arena, size_t size);

// Gumbo's deallocator.
void arena_release(void *arena, void *block);

#endif
