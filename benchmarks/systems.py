"""The systems that are compared: each builds an index of a corpus in a folder, and opens it in another process.

Whatever a system needs to show what it finds, its texts included, is in its folder. All that is imported is imported
when it is needed, since what a fresh process takes to its first answer is measured.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Final, Protocol

from corpus import Corpus, Passage, read_passages, write_passages

DEPTH: Final = 10
SHOWN: Final = 3
RERANKED: Final = 20
"""Passages that a cross-encoder of its own puts in order."""
NAMED: Final = "article"
"""Before the number of an article, for cairn: a name begins with a letter there."""


@dataclass(frozen=True)
class Found:
    """The first DEPTH passages for a question, best first; ``sure`` is what the system has to tell how likely they
    answer, more for likelier; ``shown`` whether it would show any of them, as it comes."""

    passages: Sequence[Passage]
    sure: float
    shown: bool = True


Search = Callable[[str], Found]


class System(Protocol):
    def ready(self, model: str) -> None:
        """Load the model in the folder ``model``, before building."""

    def build(self, corpus: Corpus, folder: Path) -> None:
        """Index ``corpus`` in ``folder``, which is there and empty."""

    def open(self, folder: Path, model: str) -> Search:
        """What answers a question from the index that was built, in a fresh process."""


class Ours:
    """The whole engine: files read, passages, events and names, search, verdict, and the sentences marked; with the
    shipped reader, or another, or nobody ("off")."""

    def __init__(self, reader: str | None = None) -> None:
        self._options: dict[str, Any] = {"reader": reader}

    def ready(self, model: str) -> None:
        self._model = model

    def build(self, corpus: Corpus, folder: Path) -> None:
        self._engine(folder, corpus.articles).reindex()

    def open(self, folder: Path, model: str) -> Search:
        self.ready(model)
        engine = self._engine(folder, folder)
        engine.prepare()

        def search(question: str) -> Found:
            finding = engine.find(question, limit=DEPTH)
            engine.quotes(finding.hits[:SHOWN], **({"read": finding.read} if hasattr(finding, "read") else {}))
            passages = [_of_hit(hit.indexed) for hit in finding.hits]
            return Found(passages, finding.confidence, finding.verdict != "none")

        return search

    def _engine(self, folder: Path, articles: Path) -> Any:
        from index.encoder.model import SHIPPED_MODEL
        from index.engine import Engine, EngineOptions

        model = None if Path(self._model).resolve() == SHIPPED_MODEL.resolve() else self._model
        return Engine(EngineOptions(articles, folder, model=model, **self._options))


class Former(Ours):
    """The same of a version that knew no reader."""

    def __init__(self) -> None:
        super().__init__()
        self._options = {}

    def ready(self, model: str) -> None:
        from index.encoder.model import SHIPPED_MODEL

        del model
        super().ready(str(SHIPPED_MODEL))  # its own


def _of_hit(indexed: Any) -> Passage:
    return Passage(indexed.card.id, indexed.passage.text, "", indexed.card.lang)


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

        def search(question: str) -> Found:
            scores = index.scores(question, detect_language(question))
            return Found([passages[row] for row in np.argsort(-scores, kind="stable")[:DEPTH]], float(scores.max()))

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
        import numpy as np

        from index.generation.vectors import VectorIndex

        self.ready(model)
        passages, index = read_passages(folder / "passages.jsonl"), VectorIndex.load(folder / "v.faiss")

        def search(question: str) -> Found:
            vector = self._encoder.question(question).vector
            rows = index.nearest(vector, DEPTH)
            return Found([passages[row] for row in rows], float(index.cosines(vector, np.array(rows[:1]))[0]))

        return search


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
        wanted = f"select text, shown, article, lang, score from txtai where similar(:asked) limit {DEPTH}"

        def search(question: str) -> Found:
            found = embeddings.search(wanted, parameters={"asked": question}, limit=DEPTH)
            passages = [Passage(each["article"], each["shown"], each["text"], each["lang"]) for each in found]
            return Found(passages, float(found[0]["score"]) if found else 0.0)

        return search


class LangChain:
    """LangChain's ensemble, by reciprocal ranks, of its FAISS store and its BM25; the latter has no file, and is built
    from the texts each time (https://docs.langchain.com). The ensemble has ranks alone: how sure it is, is how near its
    FAISS store finds the nearest text, which its own threshold goes by."""

    def ready(self, model: str) -> None:
        from langchain_core.embeddings import Embeddings
        from sentence_transformers import SentenceTransformer

        transformer = SentenceTransformer(model, local_files_only=True, model_kwargs={"dtype": "float32"})

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
        words = BM25Retriever.from_documents(documents, k=DEPTH, preprocess_func=lower_words)
        meaning = store.as_retriever(search_kwargs={"k": DEPTH})
        both = EnsembleRetriever(retrievers=[words, meaning], weights=[0.5, 0.5])

        def search(question: str) -> Found:
            found = both.invoke(question)[:DEPTH]
            ((_, distance),) = store.similarity_search_with_score(question, k=1)
            passages = [Passage(d.metadata["article"], d.metadata["shown"], "", d.metadata["lang"]) for d in found]
            return Found(passages, -float(distance))

        return search


def lower_words(text: str) -> list[str]:
    """What LangChain's BM25 is to be given a function for: by itself it parts texts at spaces, capitals as they are."""
    return re.findall(r"\w+", text.lower())


class Cairn:
    """cairn-assistant: TF-IDF over the paragraphs of Markdown files, a threshold below which it refuses
    (https://pypi.org/project/cairn-assistant). A passage is a paragraph to it; settings are those it comes with."""

    def ready(self, model: str) -> None:
        del model

    def build(self, corpus: Corpus, folder: Path) -> None:
        from cairn.index import build_and_write

        passages = corpus.passages()
        articles = list(dict.fromkeys(each.article for each in passages))
        for number, article in enumerate(articles):
            its = [each for each in passages if each.article == article]
            card = f"id: {NAMED}{number}\ntitle: {' '.join(its[0].title.split())}\nlang: {its[0].lang}"
            paragraphs = "\n\n".join(each.text.replace("\n\n", "\n") for each in its)
            (folder / f"{number}.md").write_text(f"---\n{card}\n---\n\n{paragraphs}\n", encoding="utf-8")
        build_and_write(folder, folder / "index.json")
        (folder / "articles.txt").write_text("\n".join(articles), encoding="utf-8")

    def open(self, folder: Path, model: str) -> Search:
        del model
        from cairn.config import Config
        from cairn.engine import ask
        from cairn.index import read_index

        config = Config(corpus_path=str(folder), candidates=DEPTH)
        index = read_index(folder / "index.json", folder)
        articles = (folder / "articles.txt").read_text("utf-8").split("\n")

        def search(question: str) -> Found:
            result = ask(question, index, config)
            traces = [attempt.trace for attempt in result.attempts]
            first = next((trace for trace in traces if trace.grounded), traces[-1])
            passages = [
                Passage(articles[int(its.doc_id.removeprefix(NAMED))], its.text, "", its.lang)
                for its in (candidate.passage for candidate in first.candidates)
            ]
            sure = first.candidates[0].score if first.candidates else 0.0
            return Found(passages, sure, result.answer.kind == "grounded")

        return search


class Reranked:
    """What a hub's models do without Sourcier: the vectors of an encoder, the first passages put in order by a
    cross-encoder (sentence-transformers, https://sbert.net/examples/sentence_transformer/applications)."""

    def __init__(self, model: str, reranker: str) -> None:
        self._names = (model, reranker)

    def ready(self, model: str) -> None:
        from sentence_transformers import SentenceTransformer

        del model
        self._encoder = SentenceTransformer(self._names[0])

    def build(self, corpus: Corpus, folder: Path) -> None:
        import numpy as np

        passages = corpus.passages()
        texts = [each.indexed for each in passages]
        np.save(folder / "vectors.npy", self._encoder.encode_document(texts, normalize_embeddings=True))
        write_passages(folder / "passages.jsonl", passages)

    def open(self, folder: Path, model: str) -> Search:
        import numpy as np
        from sentence_transformers import CrossEncoder

        self.ready(model)
        reranker = CrossEncoder(self._names[1])
        passages, vectors = read_passages(folder / "passages.jsonl"), np.load(folder / "vectors.npy")

        def search(question: str) -> Found:
            asked = self._encoder.encode_query(question, normalize_embeddings=True)
            rows = np.argsort(-(vectors @ asked), kind="stable")[:RERANKED]
            scores = reranker.predict([(question, passages[row].indexed) for row in rows])
            order = np.argsort(-scores, kind="stable")
            return Found([passages[rows[place]] for place in order[:DEPTH]], float(scores.max()))

        return search


SYSTEMS: Final[dict[str, Callable[[], System]]] = {
    "sourcier": Ours,
    "sourcier, unread": partial(Ours, "off"),
    "cairn": Cairn,
    "bm25 alone": WordsAlone,
    "dense alone": MeaningAlone,
    "txtai hybrid": Txtai,
    "langchain ensemble": LangChain,
}
FORMER: Final = "sourcier, former"
RERANKED_BESIDE: Final = "reranked"


def system_named(name: str, beside: Sequence[str] | None) -> System:
    """The system called ``name``; ``beside`` are the encoder and the cross-encoder of the last one."""
    if name == RERANKED_BESIDE and beside:
        return Reranked(*beside)
    return Former() if name == FORMER else SYSTEMS[name]()
