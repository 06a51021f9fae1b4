"""The proof: what check, coverage and diff say of a mutation is the mutation, and nothing else."""
