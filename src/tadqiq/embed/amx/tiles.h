/* The matrix units: tiles of 16 rows by 64 bytes, bfloat16 in, float out (Intel, "Architecture
   Instruction Set Extensions Programming Reference", chapter 3).

   Tokens that are multiplied lie in blocks of 16 tokens by 32 values, a tile each, one after
   another along the HIDDEN values. Matrices lie in panels of 32 outputs, of which each has two
   tiles for every 32 inputs: a tile's row holds two inputs of 16 outputs side by side. */
#ifndef TILES_H
#define TILES_H

#include <immintrin.h>
#include <stdint.h>
#include <string.h>

#define ROWS 16                /* of a tile */
#define DEEP 32                /* values in a row of a tile */
#define TILE (ROWS * DEEP)     /* values of a tile */
#define STRIDE 64              /* bytes from row to row where a tile lies alone */
#define SIDE 32                /* tokens, and outputs, that are computed together */
#define STEPS (HIDDEN / DEEP)  /* tiles along a token's values */
#define ALWAYS static inline __attribute__((always_inline))

/* Tile loads read what the compiler does not know they read. */
#define WRITTEN __asm__ volatile("" ::: "memory")

typedef uint16_t bf16;

ALWAYS __m256i narrowed(__m512 values) { return (__m256i)_mm512_cvtneps_pbh(values); }

ALWAYS void keep(bf16 *to, __m512 values) { _mm256_storeu_si256((__m256i *)to, narrowed(values)); }

static void begin_tiles(void) {
    struct { uint8_t palette, start, none[14]; uint16_t bytes[16]; uint8_t rows[16]; } shape;
    memset(&shape, 0, sizeof shape);
    shape.palette = 1;
    for (int tile = 0; tile < 8; tile++) {
        shape.bytes[tile] = STRIDE;
        shape.rows[tile] = ROWS;
    }
    WRITTEN;
    _tile_loadconfig(&shape);
}

/* Tiles 0 to 3 gain the products of 32 tokens and a panel at one step along HIDDEN. */
#define STEP(tokens, panel, step)                                              \
    _tile_stream_loadd(4, (tokens) + (step) * TILE, STRIDE);                   \
    _tile_loadd(6, (panel) + (step) * 2 * TILE, STRIDE);                       \
    _tile_loadd(7, (panel) + (step) * 2 * TILE + TILE, STRIDE);                \
    _tile_dpbf16ps(0, 4, 6);                                                   \
    _tile_dpbf16ps(1, 4, 7);                                                   \
    _tile_stream_loadd(5, (tokens) + ROWS * HIDDEN + (step) * TILE, STRIDE);   \
    _tile_dpbf16ps(2, 5, 6);                                                   \
    _tile_dpbf16ps(3, 5, 7)

ALWAYS void store_sums(float *sums) {
    _tile_stored(0, sums, SIDE * 4);
    _tile_stored(1, sums + ROWS, SIDE * 4);
    _tile_stored(2, sums + ROWS * SIDE, SIDE * 4);
    _tile_stored(3, sums + ROWS * SIDE + ROWS, SIDE * 4);
}

/* Fetch a share of the next panel while ``count`` tokens pass this one by: weights come from afar. */
ALWAYS void fetch_next(const bf16 *panel, long token, long count) {
    long share = SIDE * HIDDEN * SIDE / count;
    const bf16 *next = panel + SIDE * HIDDEN + token / SIDE * share;
    for (long at = 0; at < share; at += STRIDE / 2) _mm_prefetch((const char *)(next + at), _MM_HINT_T1);
}

/* What becomes of the products of one token with one panel, from output ``at`` on. */
typedef void finish(const void *job, long token, int at, const float *sums);

/* ``count`` tokens, a multiple of 32, by a matrix of HIDDEN inputs and ``outputs``, to ``done``.

   A panel stays in the nearest cache while tokens pass it by; what is done with the products of
   one step runs beside the tiles of the next. */
ALWAYS void multiply(const bf16 *tokens, long count, const bf16 *matrix, int outputs, finish *done,
                     const void *job) {
    float sums[2][SIDE * SIDE] __attribute__((aligned(64)));
    long last = -1;
    int turn = 0, last_at = 0;
    WRITTEN;
    for (int at = 0; at < outputs; at += SIDE)
        for (long token = 0; token < count; token += SIDE) {
            const bf16 *panel = matrix + (long)at * HIDDEN;
            fetch_next(panel, token, count);
            _tile_zero(0);
            _tile_zero(1);
            _tile_zero(2);
            _tile_zero(3);
            for (int step = 0; step < STEPS; step++) {
                STEP(tokens + token * HIDDEN, panel, step);
                if (last >= 0)
                    for (int row = step * SIDE / STEPS; row < (step + 1) * SIDE / STEPS; row++)
                        done(job, last + row, last_at, sums[!turn] + row * SIDE);
            }
            store_sums(sums[turn]);
            last = token, last_at = at, turn = !turn;
        }
    for (int row = 0; row < SIDE; row++) done(job, last + row, last_at, sums[!turn] + row * SIDE);
}

/* The same by HIDDEN outputs, added to ``states``: blocks of 32 tokens by 32 values. */
static void multiply_on(const bf16 *tokens, long count, const bf16 *matrix, float *states) {
    WRITTEN;
    for (int at = 0; at < HIDDEN; at += SIDE)
        for (long token = 0; token < count; token += SIDE) {
            const bf16 *panel = matrix + (long)at * HIDDEN;
            float *sums = states + token * HIDDEN + at * SIDE;
            fetch_next(panel, token, count);
            _tile_loadd(0, sums, SIDE * 4);
            _tile_loadd(1, sums + ROWS, SIDE * 4);
            _tile_loadd(2, sums + ROWS * SIDE, SIDE * 4);
            _tile_loadd(3, sums + ROWS * SIDE + ROWS, SIDE * 4);
            for (int step = 0; step < STEPS; step++) {
                STEP(tokens + token * HIDDEN, panel, step);
            }
            store_sums(sums);
        }
}

#endif
