#define _GNU_SOURCE
#include "arena.h"

#include <gumbo.h>
#include <stdbool.h>
#include <sys/mman.h>

// Browsers flatten pages at a depth of 512; pages that people write stay below 100. Gumbo walks the whole stack of
// open elements for each tag and, inside <b> and its like, for each character.
enum { MAXIMUM_DEPTH = 256, MAXIMUM_FORMATTING_DEPTH = 64, NODES_BETWEEN_CHECKS = 32 };

// An unclosed <b id=1> is made anew in every following paragraph, and so is the next one: 54 KB of them grow to
// 1.3 GB. Pages that people write need 10 to 30 bytes for each of theirs.
static const size_t bytes_per_byte = 100;
static const size_t largest = (size_t)320 << 20;

int arena_open(arena *arena, size_t length) {
  size_t wanted = length < largest / bytes_per_byte ? length * bytes_per_byte : largest;
  arena->size = wanted + ((size_t)1 << 20);
  arena->used = arena->last = 0;
  arena->node_count = 0;
  arena->attributes = 0;
  // Gumbo compares every attribute of a tag with every other. Twenty attributes in a 200 byte tag are in order,
  // a page of nothing but attributes is not.
  arena->comparisons_left = 100000 + (uint64_t)length * 2;
  for (int i = 0; i < RECENT_NODES; i++) arena->recent[i] = NULL;
  void *base = mmap(NULL, arena->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  arena->base = base == MAP_FAILED ? NULL : base;
  return arena->base != NULL;
}

void arena_close(arena *arena) {
  if (arena->base) munmap(arena->base, arena->size);
  arena->base = NULL;
}

void *arena_take(arena *arena, size_t size) {
  size_t rounded = (size + 15) & ~(size_t)15;
  if (rounded < size || rounded > arena->size - arena->used) return NULL;
  arena->last = arena->used;
  arena->used += rounded;
  return arena->base + arena->last;
}

// Whether a whole node could lie at `pointer`. A block of a node's size may be a string with anything in it, so that
// nothing in it is followed blindly.
static bool can_be_node(const arena *arena, const void *pointer) {
  uintptr_t place = (uintptr_t)pointer, base = (uintptr_t)arena->base;
  return place >= base && place <= base + arena->used - sizeof(GumboNode) && place % 16 == 0;
}

static bool is_formatting(GumboTag tag) {
  switch (tag) {
  case GUMBO_TAG_A: case GUMBO_TAG_B: case GUMBO_TAG_BIG: case GUMBO_TAG_CODE: case GUMBO_TAG_EM: case GUMBO_TAG_FONT:
  case GUMBO_TAG_I: case GUMBO_TAG_NOBR: case GUMBO_TAG_S: case GUMBO_TAG_SMALL: case GUMBO_TAG_STRIKE:
  case GUMBO_TAG_STRONG: case GUMBO_TAG_TT: case GUMBO_TAG_U: return true;
  default: return false;
  }
}

static bool is_too_deep(const arena *arena, const GumboNode *node) {
  int depth = 0, formatting = 0;
  while (node && can_be_node(arena, node)) {
    if (++depth > MAXIMUM_DEPTH) return true;
    if (node->type == GUMBO_NODE_ELEMENT && is_formatting(node->v.element.tag)
        && ++formatting > MAXIMUM_FORMATTING_DEPTH) {
      return true;
    }
    node = node->parent;
  }
  return false;
}

static void watch_node(arena *arena, const void *block) {
  arena->comparisons_left -= arena->attributes * arena->attributes;
  arena->attributes = 0;
  uint32_t count = arena->node_count++;
  // Not yet filled in: a node gets its parent after its memory. So it is looked at when others have followed.
  arena->recent[count % RECENT_NODES] = block;
  if (count % NODES_BETWEEN_CHECKS) return;
  for (int i = 0; i < RECENT_NODES; i++) {
    const GumboNode *node = arena->recent[i];
    if (node && node != block && is_too_deep(arena, node)) longjmp(arena->give_up, markup_status_nested_too_deeply);
  }
}

void *arena_allocate(void *userdata, size_t size) {
  arena *arena = userdata;
  void *block = arena_take(arena, size);
  if (!block) longjmp(arena->give_up, markup_status_too_costly);
  if (size == sizeof(GumboNode)) {
    watch_node(arena, block);
  } else if (size == sizeof(GumboAttribute)) {
    arena->attributes++;
    if (arena->attributes * arena->attributes > arena->comparisons_left) longjmp(arena->give_up, markup_status_too_costly);
  }
  return block;
}

void arena_release(void *userdata, void *block) {
  arena *arena = userdata;
  if (block == arena->base + arena->last) arena->used = arena->last;
}
