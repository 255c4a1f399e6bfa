/* Attention of one head within one sentence. */
#ifndef ATTENTION_H
#define ATTENTION_H

#include "tiles.h"

#define WIDTH 32               /* values of a head: one tile deep */
#define JOINED (3 * WIDTH)     /* a token's query, key and value by one head */

struct attention {             /* room for the longest sentence, rounded up to 32 keys */
    bf16 keys[(POSITIONS + DEEP) * WIDTH], values[(POSITIONS + DEEP) * WIDTH];
    bf16 shares[ROWS * (POSITIONS + DEEP)];
    float scores[ROWS * (POSITIONS + DEEP)];
};

/* 16 keys as a tile that queries are multiplied with: a row holds two values of every key. */
static void turn(const bf16 *from, bf16 *to) {
    __m512i across = _mm512_mullo_epi32(
        _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0),
        _mm512_set1_epi32(JOINED * 2));
    for (int pair = 0; pair < WIDTH / 2; pair++)
        _mm512_storeu_si512(to + pair * DEEP, _mm512_i32gather_epi32(across, from + 2 * pair, 1));
}

/* 32 values as two tiles that shares are multiplied with: a row holds two tokens' values. */
static void pair(const bf16 *from, bf16 *to) {
    __m512i first = _mm512_set_epi16(
        47, 15, 46, 14, 45, 13, 44, 12, 43, 11, 42, 10, 41, 9, 40, 8,
        39, 7, 38, 6, 37, 5, 36, 4, 35, 3, 34, 2, 33, 1, 32, 0);
    __m512i second = _mm512_add_epi16(first, _mm512_set1_epi16(16));
    for (int row = 0; row < ROWS; row++, from += 2 * JOINED) {
        __m512i even = _mm512_loadu_si512(from), odd = _mm512_loadu_si512(from + JOINED);
        _mm512_storeu_si512(to + row * DEEP, _mm512_permutex2var_epi16(even, first, odd));
        _mm512_storeu_si512(to + TILE + row * DEEP, _mm512_permutex2var_epi16(even, second, odd));
    }
}

/* 2 to the power of values that are not above 0; relative error 4e-6. */
ALWAYS __m512 power_of_two(__m512 value) {
    const float by[] = {1.f, .6931472f, .2402265f, .0555041f, .0096181f};
    value = _mm512_max_ps(value, _mm512_set1_ps(-100.f));
    __m512 whole = _mm512_roundscale_ps(value, _MM_FROUND_TO_NEAREST_INT | _MM_FROUND_NO_EXC);
    __m512 rest = _mm512_sub_ps(value, whole), sum = _mm512_set1_ps(by[4]);
    for (int at = 3; at >= 0; at--) sum = _mm512_fmadd_ps(sum, rest, _mm512_set1_ps(by[at]));
    return _mm512_scalef_ps(sum, whole);
}

ALWAYS __mmask16 first_of(int count) {
    return _bzhi_u32(0xffff, count < 0 ? 0 : count < 16 ? count : 16);
}

/* A query's scores (logarithms to base 2) as shares of what is returned; 0 beyond ``count``. */
static float soften(const float *scores, int count, int wide, bf16 *shares) {
    __m512 most = _mm512_set1_ps(-1e30f), sum = _mm512_setzero_ps();
    for (int at = 0; at < wide; at += 16)
        most = _mm512_mask_max_ps(most, first_of(count - at), most, _mm512_loadu_ps(scores + at));
    most = _mm512_set1_ps(_mm512_reduce_max_ps(most));
    for (int at = 0; at < wide; at += 16) {
        __m512 share = power_of_two(_mm512_sub_ps(_mm512_loadu_ps(scores + at), most));
        share = _mm512_maskz_mov_ps(first_of(count - at), share);
        sum = _mm512_add_ps(sum, share);
        keep(shares + at, share);
    }
    return _mm512_reduce_add_ps(sum);
}

/* Scores of 16 queries against ``wide`` keys. */
static void score(const bf16 *queries, int wide, struct attention *room) {
    _tile_loadd(4, queries, JOINED * 2);
    for (int key = 0; key < wide; key += ROWS) {
        _tile_zero(0);
        _tile_loadd(6, room->keys + key * WIDTH, STRIDE);
        _tile_dpbf16ps(0, 4, 6);
        _tile_stored(0, room->scores + key, wide * 4);
    }
}

/* What 16 queries see by their shares in ``wide`` values, (16, WIDTH). */
static void mix(int wide, const struct attention *room, float *found) {
    _tile_zero(0);
    _tile_zero(1);
    for (int key = 0; key < wide; key += DEEP) {
        _tile_loadd(4, room->shares + key, wide * 2);
        _tile_loadd(6, room->values + key * WIDTH, STRIDE);
        _tile_loadd(7, room->values + key * WIDTH + TILE, STRIDE);
        _tile_dpbf16ps(0, 4, 6);
        _tile_dpbf16ps(1, 4, 7);
    }
    _tile_stored(0, found, WIDTH * 4);
    _tile_stored(1, found + ROWS, WIDTH * 4);
}

/* What the ``count`` tokens from ``first`` on see with one head, as tiles into ``seen``.

   ``joined`` (tokens, JOINED) is read for up to 31 tokens beyond the last. */
static void attend(const bf16 *joined, long first, int count, int head, struct attention *room,
                   bf16 *seen) {
    const bf16 *queries = joined + first * JOINED;
    int wide = (count + DEEP - 1) / DEEP * DEEP;
    float found[ROWS * WIDTH] __attribute__((aligned(64))), sums[ROWS];
    for (int key = 0; key < wide; key += ROWS)
        turn(queries + WIDTH + (long)key * JOINED, room->keys + key * WIDTH);
    for (int key = 0; key < wide; key += DEEP)
        pair(queries + 2 * WIDTH + (long)key * JOINED, room->values + key * WIDTH);
    for (int start = 0; start < count; start += ROWS) {
        int rows = count - start < ROWS ? count - start : ROWS;
        WRITTEN;
        score(queries + (long)start * JOINED, wide, room);
        for (int row = 0; row < rows; row++)
            sums[row] = soften(room->scores + row * wide, count, wide, room->shares + row * wide);
        WRITTEN;
        mix(wide, room, found);
        for (int row = 0; row < rows; row++) {
            long token = first + start + row;
            bf16 *to = seen + token / ROWS * ROWS * HIDDEN + head * TILE + token % ROWS * DEEP;
            __m512 by = _mm512_set1_ps(1.f / sums[row]);
            keep(to, _mm512_mul_ps(_mm512_load_ps(found + row * WIDTH), by));
            keep(to + ROWS, _mm512_mul_ps(_mm512_load_ps(found + row * WIDTH + ROWS), by));
        }
    }
}

#endif
