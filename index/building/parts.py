"""What comes into a generation, part by part: articles read into passages, and these encoded, as many as a block holds.
So what is at hand at a time does not grow as the base does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from index.articles.folder import ReadFile
from index.building.arriving import arrived
from index.building.content import Content
from index.building.embedding import Embedding, Known, embed
from index.building.encoded import EncodedSoFar
from index.building.shared_out import contents
from index.encoder.encoder import Encoder
from index.entities.wording import Wording
from index.faults import EngineFault, FaultCode
from index.generation.generation import Generation
from index.generation.texts import IndexedArticle
from index.machine import blocks
from index.report import Progress, Stage


@dataclass(frozen=True, slots=True)
class Coming:
    """A part: articles, what is indexed of them, and their vectors."""

    articles: Sequence[IndexedArticle]
    content: Content
    embedding: Embedding


class Parts:
    """The parts that ``files`` make, each made when it is its turn; one at least, which may be empty."""

    def __init__(
        self,
        files: Sequence[ReadFile],
        wording: Wording,
        encoder: Encoder,
        known_by: Sequence[Known],
        so_far: EncodedSoFar,
        progress: Progress,
        is_unchanged: Callable[[], bool],
    ) -> None:
        """Vectors are taken from whoever ``known_by`` names, else encoded and kept in ``so_far``; ``is_unchanged``
        tells whether the model is still the one on disk."""
        self._files = files
        self._wording = wording
        self._encoder = encoder
        self._known_by = known_by
        self._so_far = so_far
        self._progress = progress
        self._is_unchanged = is_unchanged
        self.encoded = 0

    def coming(self, best: Generation | None, number: int) -> Iterator[Coming]:
        """The parts, as they come into generation ``number`` after ``best``.

        Raises EngineFault(MODEL_CHANGED) when the model did while a part was encoded.
        """
        came = arrived(self._files, best, number)
        taken = 0
        for content in self._contents():
            taken += len(content.sizes)
            embedding = self._embedded(content, taken)
            yield Coming(tuple(islice(came, len(content.sizes))), content, embedding)
        self._progress(Stage.WRITE, 0, 1)

    def _contents(self) -> Iterator[Content]:
        content = Content.nothing()
        for more in contents([file.article for file in self._files], self._wording):
            if content.sizes and len(content.texts) + len(more.texts) > blocks.LARGEST:
                yield content
                content = Content.nothing()
            content.extend(more)
        yield content

    def _embedded(self, content: Content, taken: int) -> Embedding:
        """The vectors of ``content``, after which ``taken`` articles are; of how many that will be in all, the articles
        taken so far give an idea."""
        before, share = self.encoded, len(self._files) / max(1, taken)

        def done(count: int, total: int) -> None:
            self._progress(Stage.ENCODE, before + count, max(before + total, round((before + total) * share)))

        embedding = embed(
            content.texts, self._encoder, self._known_by, self._so_far, done, is_unchanged=self._is_unchanged
        )
        if embedding.encoded and not self._is_unchanged():
            self._so_far.drop()
            model = self._encoder.model.name
            raise EngineFault(FaultCode.MODEL_CHANGED, made_with=model, wanted=model)
        self.encoded += embedding.encoded
        return embedding
