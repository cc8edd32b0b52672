"""The systems that are compared: each builds an index of a corpus in a folder, and opens it in another process.

Whatever a system needs to show what it finds, its texts included, is in its folder. All that is imported is imported
when it is needed, since what a fresh process takes to its first answer is measured.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

from corpora import Corpus, Passage, read_passages, write_passages

DEPTH: Final = 10
SHOWN: Final = 3

Search = Callable[[str], Sequence[Passage]]


class System(Protocol):
    def ready(self, model: str) -> None:
        """Load the model in the folder ``model``, before building."""

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Index ``corpus`` in ``folder``, which is there and empty."""

    def open(self, folder: Path, model: str) -> Search:
        """The first DEPTH passages for a question, best first, from the index that was built, in a fresh process."""


class Ours:
    """The whole engine: files read, passages, events and names, search, verdict, and the sentences marked."""

    def ready(self, model: str) -> None:
        self._model = model

    def build(self, corpus: Corpus, folder: Path) -> None:
        self._engine(folder, corpus.articles).reindex()

    def open(self, folder: Path, model: str) -> Search:
        self.ready(model)
        engine = self._engine(folder, folder)
        engine.prepare()

        def search(question: str) -> list[Passage]:
            finding = engine.find(question, limit=DEPTH)
            engine.quotes(finding.hits[:SHOWN])
            return [Passage(h.indexed.card.id, h.indexed.passage.text, "", h.indexed.card.lang) for h in finding.hits]

        return search

    def _engine(self, folder: Path, articles: Path) -> Any:
        from index.encoder.model import SHIPPED_MODEL
        from index.engine import Engine, EngineOptions

        model = None if Path(self._model) == SHIPPED_MODEL else self._model
        return Engine(EngineOptions(articles, folder, model=model))


class WordsAlone:
    """BM25, one field a language, stems and stop words as in Sourcier."""

    def ready(self, model: str) -> None:
        del model

    def build(self, corpus: Corpus, folder: Path) -> None:
        from index.terms.bm25 import TermIndex

        passages = corpus.passages()
        index = TermIndex.build([each.indexed for each in passages], [each.lang for each in passages])
        index.save(folder / "terms")
        write_passages(folder / "passages.jsonl", passages)

    def open(self, folder: Path, model: str) -> Search:
        del model
        import numpy as np

        from index.articles.language import detect_language
        from index.terms.bm25 import TermIndex

        passages, index = read_passages(folder / "passages.jsonl"), TermIndex.load(folder / "terms")

        def search(question: str) -> list[Passage]:
            scores = index.scores(question, detect_language(question))
            return [passages[row] for row in np.argsort(-scores, kind="stable")[:DEPTH]]

        return search


class MeaningAlone:
    """The model's vectors in FAISS, encoded as Sourcier does."""

    def ready(self, model: str) -> None:
        from index.encoder.encoder import Encoder
        from index.encoder.model import find_model

        self._encoder = Encoder(find_model(model))

    def build(self, corpus: Corpus, folder: Path) -> None:
        from index.generation.vectors import VectorIndex

        passages = corpus.passages()
        VectorIndex.build(self._encoder.passages([each.indexed for each in passages]).vectors).save(folder / "v.faiss")
        write_passages(folder / "passages.jsonl", passages)

    def open(self, folder: Path, model: str) -> Search:
        from index.generation.vectors import VectorIndex

        self.ready(model)
        passages, index = read_passages(folder / "passages.jsonl"), VectorIndex.load(folder / "v.faiss")
        return lambda question: [passages[row] for row in index.nearest(self._encoder.question(question).vector, DEPTH)]


class Txtai:
    """txtai's hybrid of its BM25 and the model's vectors, with its own texts (https://neuml.github.io/txtai)."""

    def ready(self, model: str) -> None:
        from txtai import Embeddings

        self._embeddings = Embeddings(path=model, hybrid=True, content=True)

    def build(self, corpus: Corpus, folder: Path) -> None:
        passages = corpus.passages()
        self._embeddings.index(
            {"text": each.indexed, "shown": each.text, "article": each.article, "lang": each.lang} for each in passages
        )
        self._embeddings.save(str(folder / "index"))

    def open(self, folder: Path, model: str) -> Search:
        from txtai import Embeddings

        del model  # its index says which
        embeddings = Embeddings()
        embeddings.load(str(folder / "index"))
        wanted = f"select text, shown, article, lang from txtai where similar(:asked) limit {DEPTH}"

        def search(question: str) -> list[Passage]:
            found = embeddings.search(wanted, parameters={"asked": question}, limit=DEPTH)
            return [Passage(each["article"], each["shown"], each["text"], each["lang"]) for each in found]

        return search


class LangChain:
    """LangChain's ensemble, by reciprocal ranks, of its FAISS store and its BM25; the latter has no file, and is built
    from the texts each time (https://docs.langchain.com)."""

    def ready(self, model: str) -> None:
        from langchain_core.embeddings import Embeddings
        from sentence_transformers import SentenceTransformer

        transformer = SentenceTransformer(model, local_files_only=True)

        class Encoding(Embeddings):
            def embed_documents(self, texts: list[str]) -> list[list[float]]:
                return transformer.encode(texts, normalize_embeddings=True).tolist()

            def embed_query(self, text: str) -> list[float]:
                return transformer.encode([text], normalize_embeddings=True)[0].tolist()

        self._encoding = Encoding()

    def build(self, corpus: Corpus, folder: Path) -> None:
        from langchain_community.vectorstores import FAISS

        passages = corpus.passages()
        texts = [each.indexed for each in passages]
        told = [{"shown": each.text, "article": each.article, "lang": each.lang} for each in passages]
        FAISS.from_texts(texts, self._encoding, metadatas=told).save_local(str(folder))

    def open(self, folder: Path, model: str) -> Search:
        from langchain_classic.retrievers import EnsembleRetriever
        from langchain_community.retrievers import BM25Retriever
        from langchain_community.vectorstores import FAISS

        self.ready(model)
        store = FAISS.load_local(str(folder), self._encoding, allow_dangerous_deserialization=True)
        documents = list(store.docstore._dict.values())
        words = BM25Retriever.from_documents(documents, k=DEPTH)
        meaning = store.as_retriever(search_kwargs={"k": DEPTH})
        both = EnsembleRetriever(retrievers=[words, meaning], weights=[0.5, 0.5])

        def search(question: str) -> list[Passage]:
            found = both.invoke(question)[:DEPTH]
            return [Passage(d.metadata["article"], d.metadata["shown"], "", d.metadata["lang"]) for d in found]

        return search


SYSTEMS: Final[dict[str, Callable[[], System]]] = {
    "sourcier": Ours,
    "bm25 alone": WordsAlone,
    "dense alone": MeaningAlone,
    "txtai hybrid": Txtai,
    "langchain ensemble": LangChain,
}
