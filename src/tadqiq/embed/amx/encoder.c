/* A BERT encoder with mean pooling on the matrix units of Intel processors (AMX), in bfloat16.

   Tokens of all sentences lie end to end, so that no padding is multiplied (Zhai et al. 2023,
   "ByteTransformer"); attention alone goes sentence by sentence. Sums, norms, shares and what a
   layer hands on are in float. A call runs on one thread. A sentence gets the same bits in any
   company, for no sum goes over more than one token's values or one sentence's tokens.

   HIDDEN, INNER, LAYERS, POSITIONS and VOCABULARY are given on the compiler's command line. */
#include "attention.h"

#include <math.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

#define HEADS (HIDDEN / WIDTH)
#define PARTS (INNER / HIDDEN) /* the feed-forward block is computed in so many parts */
#define SLACK 32               /* rows beyond the last token that are read */

struct norm { float weight[HIDDEN], bias[HIDDEN]; };

struct weights {               /* 32 of Q4_0: (nibble - 8) * scale, low nibbles first */
    uint16_t scale;
    uint8_t nibbles[DEEP / 2];
} __attribute__((packed));

struct layer {
    bf16 joined[HEADS][HIDDEN * JOINED], output[HIDDEN * HIDDEN];
    struct { bf16 inner[HIDDEN * HIDDEN], outer[HIDDEN * HIDDEN]; } parts[PARTS];
    float joined_bias[HEADS][JOINED], output_bias[HIDDEN], inner_bias[PARTS][HIDDEN];
    float outer_bias[HIDDEN];
    struct norm attended, finished;
};

struct model {                 /* the file of weights, byte by byte */
    struct layer layers[LAYERS];
    float positions[POSITIONS][HIDDEN], type[HIDDEN];
    struct norm first;
    float epsilon[16];
    struct weights words[VOCABULARY][HIDDEN / DEEP];
};

/* Room for the tokens of a call, one part after another. */
struct room {
    float *states;             /* blocks of 32 tokens by 32 values */
    bf16 *narrow, *seen;       /* the same as tiles: states; what attention saw, or a part of INNER */
    bf16 *joined;              /* (tokens + SLACK, JOINED) */
    struct attention *attention;
};

static struct room divided(char *space, long most) {
    struct room room;
    room.states = (float *)space;
    room.narrow = (bf16 *)(room.states + most * HIDDEN);
    room.seen = room.narrow + most * HIDDEN;
    room.joined = room.seen + most * HIDDEN;
    room.attention = (struct attention *)(room.joined + (most + SLACK) * JOINED);
    return room;
}

/* Where a product goes. */
struct job {
    const float *bias;
    bf16 *to;
};

ALWAYS __m512 with_bias(const struct job *job, int at, const float *sums) {
    return _mm512_add_ps(_mm512_load_ps(sums), _mm512_loadu_ps(job->bias + at));
}

/* Queries, keys and values, row by row. */
ALWAYS void join(const void *given, long token, int at, const float *sums) {
    const struct job *job = given;
    bf16 *to = job->to + token * JOINED + at;
    keep(to, with_bias(job, at, sums));
    keep(to + ROWS, with_bias(job, at + ROWS, sums + ROWS));
}

/* x times the normal distribution up to x, by a polynomial: off by 5e-5 where |x| < 4, else 4e-4. */
ALWAYS __m512 gelu(__m512 value) {
    const float by[] = {3.98673505e-01f,  -6.58879578e-02f, 9.50544327e-03f, -1.00649951e-03f,
                        7.48560487e-05f, -3.65719575e-06f, 1.04198115e-07f, -1.30132261e-09f};
    __m512 near = _mm512_min_ps(_mm512_set1_ps(4.f), _mm512_max_ps(_mm512_set1_ps(-4.f), value));
    __m512 square = _mm512_mul_ps(near, near), sum = _mm512_set1_ps(by[7]);
    for (int at = 6; at >= 0; at--) sum = _mm512_fmadd_ps(sum, square, _mm512_set1_ps(by[at]));
    return _mm512_mul_ps(value, _mm512_fmadd_ps(sum, near, _mm512_set1_ps(.5f)));
}

/* GELU of a part of the feed-forward block, as tiles. */
ALWAYS void widen(const void *given, long token, int at, const float *sums) {
    const struct job *job = given;
    bf16 *to = job->to + token / ROWS * ROWS * HIDDEN + at * ROWS + token % ROWS * DEEP;
    keep(to, gelu(with_bias(job, at, sums)));
    keep(to + ROWS, gelu(with_bias(job, at + ROWS, sums + ROWS)));
}

/* A token's first 32 values; those that follow lie 32 * 32 further on. */
static float *state_of(float *states, long token) {
    return states + token / SIDE * SIDE * HIDDEN + token % SIDE * SIDE;
}

/* Layer norm of tokens with ``bias`` added to them, in place and as tiles. */
static void normalise(struct room room, long tokens, const float *bias, const struct norm *norm,
                      float epsilon) {
    for (long token = 0; token < tokens; token++) {
        float *state = state_of(room.states, token);
        bf16 *narrow = room.narrow + token / ROWS * ROWS * HIDDEN + token % ROWS * DEEP;
        __m512 values[HIDDEN / 16], sum = _mm512_setzero_ps(), squares = _mm512_setzero_ps();
        for (int at = 0; at < HIDDEN / 16; at++) {
            values[at] = _mm512_add_ps(_mm512_load_ps(state + at / 2 * SIDE * SIDE + at % 2 * 16),
                                       _mm512_loadu_ps(bias + at * 16));
            sum = _mm512_add_ps(sum, values[at]);
        }
        __m512 mean = _mm512_set1_ps(_mm512_reduce_add_ps(sum) / HIDDEN);
        for (int at = 0; at < HIDDEN / 16; at++) {
            values[at] = _mm512_sub_ps(values[at], mean);
            squares = _mm512_fmadd_ps(values[at], values[at], squares);
        }
        __m512 by = _mm512_set1_ps(1.f / sqrtf(_mm512_reduce_add_ps(squares) / HIDDEN + epsilon));
        for (int at = 0; at < HIDDEN / 16; at++) {
            __m512 found = _mm512_fmadd_ps(_mm512_mul_ps(values[at], by),
                                           _mm512_loadu_ps(norm->weight + at * 16),
                                           _mm512_loadu_ps(norm->bias + at * 16));
            _mm512_store_ps(state + at / 2 * SIDE * SIDE + at % 2 * 16, found);
            keep(narrow + at / 2 * TILE + at % 2 * 16, found);
        }
    }
}

static void run_layer(const struct layer *layer, float epsilon, const int32_t *lengths,
                      long sentences, long tokens, struct room room) {
    for (int head = 0; head < HEADS; head++) {
        struct job joined = {layer->joined_bias[head], room.joined};
        long first = 0;
        multiply(room.narrow, tokens, layer->joined[head], JOINED, join, &joined);
        for (long sentence = 0; sentence < sentences; first += lengths[sentence++])
            attend(room.joined, first, lengths[sentence], head, room.attention, room.seen);
    }
    multiply_on(room.seen, tokens, layer->output, room.states);
    normalise(room, tokens, layer->output_bias, &layer->attended, epsilon);
    for (int part = 0; part < PARTS; part++) {
        struct job inner = {layer->inner_bias[part], room.seen};
        multiply(room.narrow, tokens, layer->parts[part].inner, HIDDEN, widen, &inner);
        multiply_on(room.seen, tokens, layer->parts[part].outer, room.states);
    }
    normalise(room, tokens, layer->outer_bias, &layer->finished, epsilon);
}

ALWAYS __m512 decoded(__m128i nibbles, uint16_t scale) {
    __m128i signs = _mm_sub_epi8(_mm_and_si128(nibbles, _mm_set1_epi8(15)), _mm_set1_epi8(8));
    return _mm512_mul_ps(_mm512_cvtepi32_ps(_mm512_cvtepi8_epi32(signs)),
                         _mm512_set1_ps(_cvtsh_ss(scale)));
}

/* Words and positions; ``tokens`` of them, zeros behind the sentences. */
static void look_up(const struct model *model, const int32_t *ids, const int32_t *lengths,
                    long sentences, long tokens, float *states) {
    long token = 0;
    memset(states, 0, tokens * HIDDEN * sizeof *states);
    for (long sentence = 0; sentence < sentences; sentence++)
        for (int position = 0; position < lengths[sentence]; position++, token++)
            for (int at = 0; at < HIDDEN; at += DEEP) {
                const struct weights *word = model->words[ids[token]] + at / DEEP;
                const float *place = model->positions[position] + at;
                float *state = state_of(states, token) + at * SIDE;
                __m128i low = _mm_loadu_si128((const void *)word->nibbles);
                __m128i high = _mm_srli_epi16(low, 4);
                _mm512_store_ps(state, _mm512_add_ps(decoded(low, word->scale),
                                                     _mm512_loadu_ps(place)));
                _mm512_store_ps(state + 16, _mm512_add_ps(decoded(high, word->scale),
                                                          _mm512_loadu_ps(place + 16)));
            }
}

/* Means of sentences, of length one. */
static void pool(float *states, const int32_t *lengths, long sentences, float *vectors) {
    long token = 0;
    for (long sentence = 0; sentence < sentences; sentence++, vectors += HIDDEN) {
        float squares = 0;
        memset(vectors, 0, HIDDEN * sizeof *vectors);
        for (long end = token + lengths[sentence]; token < end; token++)
            for (int at = 0; at < HIDDEN; at++)
                vectors[at] += state_of(states, token)[at / SIDE * SIDE * SIDE + at % SIDE];
        for (int at = 0; at < HIDDEN; at++) squares += vectors[at] * vectors[at];
        for (int at = 0; at < HIDDEN; at++) vectors[at] /= sqrtf(squares);
    }
}

/* Whether the kernel lets this process use the matrix units. */
int allowed(void) { return !syscall(SYS_arch_prctl, 0x1023 /* ARCH_REQ_XCOMP_PERM */, 18); }

/* Bytes of a file of weights. */
long weights_size(void) {
    return offsetof(struct model, words) + sizeof ((struct model *)0)->words;
}

/* Bytes that ``encode`` needs for ``most`` tokens, zeros at first. */
long room_size(long most) {
    return most * HIDDEN * 8 + (most + SLACK) * JOINED * 2 + (long)sizeof(struct attention);
}

/* A vector (HIDDEN) of length one for every sentence.

   ``ids`` of the sentences stand end to end: of each at most POSITIONS, of all at most ``most``,
   a multiple of 32. ``model`` and ``space`` lie at multiples of 64. */
void encode(const struct model *model, const int32_t *ids, const int32_t *lengths, long sentences,
            char *space, long most, float *vectors) {
    struct room room = divided(space, most);
    float epsilon = model->epsilon[0];
    long count = 0, tokens;
    for (long sentence = 0; sentence < sentences; sentence++) count += lengths[sentence];
    tokens = (count + SIDE - 1) / SIDE * SIDE;
    begin_tiles();
    look_up(model, ids, lengths, sentences, tokens, room.states);
    normalise(room, tokens, model->type, &model->first, epsilon);
    for (int layer = 0; layer < LAYERS; layer++)
        run_layer(model->layers + layer, epsilon, lengths, sentences, tokens, room);
    _tile_release();
    pool(room.states, lengths, sentences, vectors);
}
