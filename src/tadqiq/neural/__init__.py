"""What every model needs: a folder in the cache, built once, and the runtime that computes it."""
