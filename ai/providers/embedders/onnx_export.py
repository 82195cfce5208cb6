"""Exports a checkpoint to ONNX, pooling and normalisation inside; run as a program of its own.

python -m ai.providers.embedders.onnx_export FOLDER mean|cls MAX_TOKENS TARGET
"""

import sys
from typing import Any

import onnxruntime
import torch
from transformers import AutoModel

# Of an exported vector with the original's; both are fp32, so only rounding may differ.
SMALLEST_COSINE = 0.9999


class SentenceEncoder(torch.nn.Module):
    """Encoder, pooling and normalisation as one module: token ids in, unit vectors out."""

    def __init__(self, encoder: torch.nn.Module, pooling: str) -> None:
        super().__init__()
        self.encoder = encoder
        self.pooling = pooling

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Return vectors of shape (batch, dimensions)."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask)[0]
        if self.pooling == "cls":
            pooled = states[:, 0]
        else:
            weights = attention_mask.unsqueeze(-1).to(states.dtype)
            pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-9)
        return torch.nn.functional.normalize(pooled, dim=1)


def example(batch: int, length: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Return token ids and a mask of which the last row is padded by half."""
    ids = (torch.arange(batch * length) * 7 % 900 + 1000).reshape(batch, length)
    mask = torch.ones_like(ids)
    mask[-1, length // 2 :] = 0
    return ids, mask


def export(folder: str, pooling: str, max_tokens: int, target: str) -> None:
    """Write the graph with batch and length open, and compare its vectors with the original's."""
    encoder: Any = AutoModel.from_pretrained(folder, attn_implementation="eager")
    model = SentenceEncoder(encoder, pooling).eval()
    shape = {0: torch.export.Dim("batch"), 1: torch.export.Dim("length", max=max_tokens)}
    torch.onnx.export(
        model,
        example(2, 16),
        target,
        input_names=["input_ids", "attention_mask"],
        output_names=["sentence_vector"],
        dynamic_shapes=(shape, shape),
        dynamo=True,
        external_data=False,
    )
    session = onnxruntime.InferenceSession(target, providers=["CPUExecutionProvider"])
    for batch, length in ((1, 5), (3, max_tokens)):
        ids, mask = example(batch, length)
        with torch.no_grad():
            expected = model(ids, mask).numpy()
        found = session.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})[0]
        cosine = float((expected * found).sum(axis=1).min())
        if cosine < SMALLEST_COSINE:
            raise SystemExit(f"the exported graph gives other vectors (cosine {cosine:.5f})")


if __name__ == "__main__":
    export(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4])
