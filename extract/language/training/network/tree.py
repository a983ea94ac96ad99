"""From arc scores to the best tree with one root (Chu and Liu, 1965; Edmonds, 1967)."""

import numpy as np

NO_ARC = -1e12
ROOT_PRICE = 1e7


def find_cycle(heads):
    """Indices of one cycle of `heads` (node 0 is the root), or None."""
    state = [0] * len(heads)  # 0 unseen, else number of the walk that saw it
    for start in range(1, len(heads)):
        node = start
        while node != 0 and state[node] == 0:
            state[node] = start
            node = heads[node]
        if node != 0 and state[node] == start:
            cycle = [node]
            while heads[cycle[-1]] != node:
                cycle.append(heads[cycle[-1]])
            return cycle
    return None


def best_arborescence(scores):
    """Heads of the highest-scored tree; scores[d, h] for the arc from h to d, node 0 the root."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    # Contract the cycle into one node, solve the smaller problem, open the cycle again.
    in_cycle = np.zeros(len(scores), dtype=bool)
    in_cycle[cycle] = True
    outside = np.flatnonzero(~in_cycle)
    cycle = np.array(cycle)
    size = len(outside) + 1
    smaller = np.full((size, size), NO_ARC)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    leaving = scores[np.ix_(outside, cycle)]
    smaller[:-1, -1] = leaving.max(axis=1)
    entering = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    smaller[-1, :-1] = entering.max(axis=0)
    smaller[0, :] = NO_ARC
    contracted = best_arborescence(smaller)
    result = heads.copy()
    for node, head in zip(outside[1:], contracted[1:-1]):
        result[node] = (
            cycle[leaving[np.searchsorted(outside, node)].argmax()] if head == size - 1 else outside[head]
        )
    entry = contracted[-1]
    broken = cycle[entering[:, entry].argmax()]
    result[broken] = outside[entry]
    return result


def decode(scores):
    """Heads (index 0 unused) of the best tree where the root has exactly one child."""
    scores = scores.astype(np.float64)
    np.fill_diagonal(scores, NO_ARC)
    scores[0] = NO_ARC
    heads = scores.argmax(axis=1)
    heads[0] = 0
    if np.count_nonzero(heads[1:] == 0) == 1 and find_cycle(heads) is None:
        return heads
    # A price on arcs from the root, higher than all else together: the best tree pays it once.
    scores[1:, 0] -= ROOT_PRICE
    return best_arborescence(scores)
