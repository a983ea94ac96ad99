"""What a network is taught by: annotations, and what other networks make of a sentence."""

import torch
from torch.nn import functional

TAG_SHARE = 0.3  # of the tagger's loss, beside one of arcs and relations each
NAME_SHARE = 1.5  # of what a teacher says of names: few words are in one


def annotation_loss(network, result, batch):
    """Of annotated sentences. A name's loss is that of all labels that may be right together."""

    def cross_entropy(scores, gold):
        losses = functional.cross_entropy(
            scores.float().transpose(1, 2), gold, ignore_index=-1, reduction="none"
        )
        return losses.sum() / (gold >= 0).sum().clamp(min=1)

    labels = network.label_scores(result, batch.heads.clamp(min=0))
    total = TAG_SHARE * (cross_entropy(result["upos"], batch.upos) + cross_entropy(result["xpos"], batch.xpos))
    total = total + cross_entropy(result["arcs"], batch.heads) + cross_entropy(labels, batch.deprels)
    scores = result["names"].float()
    bits = torch.arange(scores.shape[2], device=scores.device)
    allowed = (batch.names.unsqueeze(2) >> bits & 1) != 0
    right = torch.logsumexp(scores.masked_fill(~allowed, -1e4), 2)
    known = batch.names != 0
    losses = (torch.logsumexp(scores, 2) - right) * batch.weights.unsqueeze(1) * known
    return total + losses.sum() / known.sum().clamp(min=1)


@torch.no_grad()
def taught(teachers, batch):
    """What the mean of the teachers makes of a batch: probabilities by layer, the likeliest heads, and the
    first teacher's states."""
    results = [teacher(batch.forms, batch.lengths, width=batch.width) for teacher in teachers]

    def mean(key):
        return sum(torch.softmax(r[key].float(), 2) for r in results) / len(results)

    lesson = {key: mean(key) for key in ("upos", "xpos", "names", "arcs")}
    lesson["heads"] = lesson["arcs"].argmax(2)
    labels = [t.label_scores(r, lesson["heads"]).float() for t, r in zip(teachers, results)]
    lesson["labels"] = sum(torch.softmax(scores, 2) for scores in labels) / len(labels)
    lesson["states"] = results[0]["states"]
    return lesson


def lesson_loss(network, result, lesson, lengths):
    """Cross-entropies between the teachers' probabilities and the network's (Hinton et al., 2015)."""
    place = torch.arange(result["upos"].shape[1], device=lengths.device)
    words = ((place > 0) & (place < lengths.unsqueeze(1))).float()
    count = words.sum()

    def cross_entropy(scores, probabilities):
        losses = -(probabilities * torch.log_softmax(scores.float(), 2)).sum(2)
        return (losses * words).sum() / count

    labels = network.label_scores(result, lesson["heads"])
    total = TAG_SHARE * (
        cross_entropy(result["upos"], lesson["upos"]) + cross_entropy(result["xpos"], lesson["xpos"])
    )
    total = total + cross_entropy(result["arcs"], lesson["arcs"]) + cross_entropy(labels, lesson["labels"])
    return total + NAME_SHARE * cross_entropy(result["names"], lesson["names"])


def state_loss(projected, states, lengths):
    """One minus the cosine between the network's states, projected, and a teacher's: what words mean
    that neither tree nor tag tells (cf. FitNets, Romero et al., 2015)."""
    place = torch.arange(states.shape[1], device=lengths.device)
    words = (place < lengths.unsqueeze(1)).float()
    likeness = functional.cosine_similarity(projected.float(), states.float(), dim=2)
    return ((1 - likeness) * words).sum() / words.sum()
