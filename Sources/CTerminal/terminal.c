#define _GNU_SOURCE 1
#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>

#include "CTerminal.h"
#include "private.h"
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char direct_entry[] = {
#embed "gloss-direct.terminfo"
};
static const unsigned char plain_entry[] = {
#embed "gloss-256.terminfo"
};

int tty_fd = -1;
volatile sig_atomic_t is_open;
struct termios saved_modes;
char leave_sequence[256];
size_t leave_length;

static SCREEN *screen;
static FILE *input, *output;
// Where curses writes a frame before the terminal gets it; -1 where there is no such thing.
static int frame_fd = -1;
static bool is_modern, has_color, is_direct;

// What modern terminals are told when we begin and when we end: paste comes in brackets, news about dark and light
// colours is wanted; the mouse is left alone.
static const char enter_modes[] = "\033[?2004h\033[?2031h";
static const char leave_modes[] = "\033[?1006l\033[?1002l\033[?2004l\033[?2031l\033[?2026l";
static const char leave_always[] = "\033[m\033[?25h";

static bool begins_with_any(const char *name, const char *const *prefixes) {
  for (; *prefixes; prefixes++) {
    if (strncmp(name, *prefixes, strlen(*prefixes)) == 0) return true;
  }
  return false;
}

static bool is_modern_name(const char *name) {
  static const char *const prefixes[] = {"xterm",   "tmux",  "screen", "alacritty", "foot", "kitty", "wezterm",
                                         "konsole", "gnome", "vte",    "rxvt",      "st-",  "ghostty", "contour", NULL};
  return name && begins_with_any(name, prefixes);
}

// ncurses takes a compiled description out of the environment; ours is put there for the moment of opening.
static SCREEN *open_with(const char *name, const unsigned char *entry, size_t size) {
  char *kept = getenv("TERMINFO") ? strdup(getenv("TERMINFO")) : NULL;
  char *value = malloc(size * 2 + 5);
  if (!value) return NULL;
  memcpy(value, "hex:", 4);
  for (size_t index = 0; index < size; index++) sprintf(value + 4 + index * 2, "%02X", entry[index]);
  setenv("TERMINFO", value, 1);
  SCREEN *opened = newterm((char *)name, output, input);
  if (kept) {
    setenv("TERMINFO", kept, 1);
    free(kept);
  } else {
    unsetenv("TERMINFO");
  }
  free(value);
  return opened;
}

static void append_leave(const char *bytes) {
  if (!bytes || bytes == (char *)-1) return;
  size_t length = strlen(bytes);
  if (leave_length + length < sizeof leave_sequence) {
    memcpy(leave_sequence + leave_length, bytes, length);
    leave_length += length;
  }
}

static bool use_utf8_locale(void) {
  if (setlocale(LC_CTYPE, "") && strcmp(nl_langinfo(CODESET), "UTF-8") == 0) return true;
  static const char *const names[] = {"C.UTF-8", "C.utf8", "en_US.UTF-8"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (setlocale(LC_CTYPE, names[index])) return true;
  }
  return false;
}

int terminal_open(int use_color) {
  if (!use_utf8_locale()) return TERMINAL_NO_LOCALE;
  tty_fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
  if (tty_fd < 0) return TERMINAL_NO_TTY;
  if (tcgetattr(tty_fd, &saved_modes) != 0 || install_signals() != 0) return TERMINAL_NO_TTY;
  const char *name = getenv("TERM");
  if (!name || !*name || strcmp(name, "dumb") == 0) return TERMINAL_UNUSABLE;
  input = fdopen(fcntl(tty_fd, F_DUPFD_CLOEXEC, 0), "r");
  output = fdopen(fcntl(tty_fd, F_DUPFD_CLOEXEC, 0), "w");
  if (!input || !output) return TERMINAL_NO_TTY;
  frame_fd = memfd_create("gloss-frame", MFD_CLOEXEC);
  int outcome = TERMINAL_OK;
  is_modern = is_modern_name(name);
  if (use_color == 2 && is_modern) screen = open_with("gloss-direct", direct_entry, sizeof direct_entry);
  is_direct = screen != NULL;
  if (!screen) screen = newterm((char *)name, output, input);
  if (!screen) {
    // Over ssh the other machine often does not know the terminal; all that are in use today have these in common.
    screen = use_color == 2 ? open_with("gloss-direct", direct_entry, sizeof direct_entry)
                            : open_with("gloss-256", plain_entry, sizeof plain_entry);
    is_direct = use_color == 2;
    is_modern = true;
    outcome = TERMINAL_FALLBACK;
  }
  if (!screen) return TERMINAL_UNUSABLE;
  const char *move = tigetstr("cup");
  if (!move || move == (char *)-1) {
    endwin();
    return TERMINAL_UNUSABLE;
  }
  if (tigetflag("RGB") > 0) is_direct = true;
  has_color = use_color > 0 && has_colors();
  if (has_color) {
    start_color();
    use_default_colors();
  }
  leave_length = 0;
  if (is_modern) append_leave(leave_modes);
  append_leave(leave_always);
  append_leave(tigetstr("rmkx"));
  append_leave(tigetstr("rmcup"));
  raw();
  noecho();
  nonl();
  // Keys are read and taken apart by KeyDecoder, so curses must not look at them either.
  typeahead(-1);
  keypad(stdscr, TRUE);
  leaveok(stdscr, FALSE);
  scrollok(stdscr, FALSE);
  idlok(stdscr, TRUE);
  is_open = 1;
  static bool is_registered;
  if (!is_registered) atexit(terminal_close);
  is_registered = true;
  install_crash_handlers();
  capture_stderr();
  int rows, columns;
  // LINES and COLUMNS in the environment are often stale; the terminal itself knows.
  if (terminal_size(&rows, &columns)) resize_term(rows, columns);
  if (is_modern) terminal_send(enter_modes, sizeof enter_modes - 1);
  return outcome;
}

void terminal_close(void) {
  if (!is_open) return;
  is_open = 0;
  if (is_modern) write_fully(tty_fd, leave_modes, sizeof leave_modes - 1);
  endwin();
  tcsetattr(tty_fd, TCSADRAIN, &saved_modes);
  release_stderr();
}

int terminal_colors(void) {
  if (!has_color) return 0;
  return is_direct ? 0x1000000 : COLORS >= 256 ? 256 : COLORS >= 16 ? 16 : 8;
}

bool terminal_is_modern(void) { return is_modern; }
int terminal_fd(void) { return tty_fd; }

bool terminal_size(int *rows, int *columns) {
  struct winsize window;
  if (ioctl(tty_fd, TIOCGWINSZ, &window) != 0 || window.ws_row == 0 || window.ws_col == 0) return false;
  *rows = window.ws_row;
  *columns = window.ws_col;
  return true;
}

void terminal_resize(int rows, int columns) {
  resize_term(rows, columns);
  clearok(curscr, TRUE);
}

// MARK: suspending

static void take_back(void) {
  tcgetattr(tty_fd, &saved_modes);
  reset_prog_mode();
  int rows, columns;
  if (terminal_size(&rows, &columns)) resize_term(rows, columns);
  clearok(curscr, TRUE);
  is_open = 1;
  if (is_modern) terminal_send(enter_modes, sizeof enter_modes - 1);
}

void terminal_suspend(void) {
  if (is_modern) write_fully(tty_fd, leave_modes, sizeof leave_modes - 1);
  endwin();
  is_open = 0;
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigaction(SIGTSTP, &standard, &ours);
  sigset_t set, kept;
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  pthread_sigmask(SIG_UNBLOCK, &set, &kept);
  // The whole foreground group: in `curl … | gloss -` the other one stops too, as the shell expects.
  kill(0, SIGTSTP);
  // Here the program stands still until the shell continues it.
  pthread_sigmask(SIG_SETMASK, &kept, NULL);
  sigaction(SIGTSTP, &ours, NULL);
  take_back();
}

void terminal_continue(void) {
  if (!is_open) return;
  endwin();
  take_back();
}

// MARK: drawing

static attr_t curses_attributes(uint32_t attributes) {
  attr_t result = 0;
  if (attributes & CELL_BOLD) result |= WA_BOLD;
  if (attributes & CELL_DIM) result |= WA_DIM;
  if (attributes & CELL_ITALIC) result |= WA_ITALIC;
  if (attributes & CELL_UNDERLINE) result |= WA_UNDERLINE;
  if (attributes & CELL_REVERSE) result |= WA_REVERSE;
  return result;
}

static int curses_color(int color) {
  if (color == COLOR_STANDARD) return -1;
  if (!(color & COLOR_RGB)) return color < COLORS ? color : -1;
  int rgb = color & 0xFFFFFF;
  // With direct colour the numbers 0 to 7 are still the palette; nobody can tell #000005 from #000008.
  return rgb < 8 ? 8 : rgb;
}

void terminal_put(int row, int column, const uint32_t *scalars, size_t count, uint32_t attributes, int foreground,
                  int background) {
  wchar_t text[CCHARW_MAX + 1];
  size_t length = count < CCHARW_MAX ? count : CCHARW_MAX;
  for (size_t index = 0; index < length; index++) text[index] = (wchar_t)scalars[index];
  text[length] = 0;
  int pair = 0;
  if (has_color && (foreground != COLOR_STANDARD || background != COLOR_STANDARD)) {
    pair = alloc_pair(curses_color(foreground), curses_color(background));
    if (pair < 0) pair = 0;
  }
  cchar_t cell;
  if (setcchar(&cell, text, curses_attributes(attributes), 0, &pair) == OK) mvwadd_wch(stdscr, row, column, &cell);
}

// Gives the terminal what curses has written into the frame file, in one piece.
static void send_frame(bool synchronized) {
  static const char begin[] = "\033[?2026h", end[] = "\033[?2026l";
  off_t length = lseek(frame_fd, 0, SEEK_CUR);
  if (length <= 0) return;
  size_t room = sizeof begin - 1 + (size_t)length + sizeof end - 1;
  char *bytes = malloc(room);
  if (!bytes) return;
  char *next = bytes;
  if (synchronized) next = mempcpy(next, begin, sizeof begin - 1);
  ssize_t count = pread(frame_fd, next, (size_t)length, 0);
  if (count > 0) next += count;
  if (synchronized) next = mempcpy(next, end, sizeof end - 1);
  write_fully(tty_fd, bytes, (size_t)(next - bytes));
  free(bytes);
  lseek(frame_fd, 0, SEEK_SET);
}

void terminal_flush(int row, int column, bool synchronized) {
  if (row >= 0) wmove(stdscr, row, column);
  wnoutrefresh(stdscr);
  // Curses writes whenever it moves the cursor: hundreds of times for a screen. Over ssh each of these can become a
  // packet, and half a screen be seen. So a file stands in for the terminal until the frame is complete.
  bool is_gathered = frame_fd >= 0 && dup3(frame_fd, fileno(output), O_CLOEXEC) >= 0;
  curs_set(row >= 0 ? 1 : 0);
  doupdate();
  if (!is_gathered) return;
  dup3(tty_fd, fileno(output), O_CLOEXEC);
  send_frame(synchronized);
}

void terminal_redraw(void) { clearok(curscr, TRUE); }

void terminal_send(const char *bytes, size_t count) {
  write_fully(tty_fd, bytes, count);
}

const char *terminal_key(const char *name) {
  const char *sequence = tigetstr((char *)name);
  return sequence == (char *)-1 ? NULL : sequence;
}
