"""The default model on the matrix units of Intel processors (AMX), by kernels of our own.

``encoder.c`` is compiled once into the user's cache by the machine's C compiler. Sentences are
computed in bfloat16 with sums in float, as the graph of `packed` does, 2.5 times as fast.
"""
