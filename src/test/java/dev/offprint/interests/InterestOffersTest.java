package dev.offprint.interests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.offprint.subscribers.Interest;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterestOffersTest {
  private static List<String> offers(String line) {
    PastedInterests pasted = PastedInterests.read(line);
    assertThat(pasted.interests()).containsExactly(new Interest(line));
    return pasted.notes().stream().map(note -> note.says().toString()).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          computation and language         | the category cs.CL (Computation and Language)? Write cat:cs.CL
          Machine Learning (cs.LG)         | the category cs.LG (Machine Learning)? Write cat:cs.LG
          machine learning                 | cs.LG (Machine Learning) or stat.ML (Machine Learning)? Write cat:cs.LG OR cat:stat.ML
          high energy physics - theory     | Write cat:hep-th
          High Energy Physics: Theory      | Write cat:hep-th
          Robotics                         | Write cat:cs.RO
          Computer Vision & Pattern Recognition | Write cat:cs.CV
          """)
  void theNameOfACategoryIsOfferedAsOne(String line, String offer) {
    assertThat(offers(line)).singleElement().asString().contains(offer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cat:cs.LLM | cs.LLM | cat:cs.LG OR cat:cs.LO",
        "robots cat:cs.ML | cs.ML | cat:stat.ML",
        "robots -cat:csx.LG | csx.LG | cat:cs.LG",
        "cat:maths.AG | maths.AG | cat:math.AG",
        "cat:astro-phh | astro-phh | cat:astro-ph"
      })
  void aCategoryThatThereIsNotIsTold(String line, String code, String offer) {
    assertThat(offers(line))
        .anySatisfy(
            says -> assertThat(says).contains("arXiv has no category " + code + ";", offer));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cat:cs.LG", "cat:cs", "cat:cs.*", "cat:MATH.ag", "cat:neuroscience", "cat:q-bio"})
  void aCategoryThatMayBeIsLeftAlone(String line) {
    assertThat(offers(line)).noneMatch(says -> says.contains("arXiv has no"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Yann LeCun",
        "Geoffrey E. Hinton",
        "Geoffrey Hinton",
        "Müller, K.-R.",
        "Powell, W.",
        "Y. Bengio",
        "Guido van Rossum",
        "Fei-Fei Li",
        "Yoshua Bengio",
        "Sepp Hochreiter",
        "Wei Chen",
        "Andrew Ng",
        "Michael I. Jordan",
        "Maria Dell'Aquila",
        "Jürgen Schmidhuber",
        "O'Neill, P.",
        "Van der Berg, J. H.",
      })
  void aPersonsNameIsOfferedAsAnAuthor(String line) {
    assertThat(offers(line))
        .containsExactly("did you mean the author? Write author:\"" + line + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Graph Neural Networks",
        "Monte Carlo",
        "Hong Kong",
        "New York",
        "Large Language Models",
        "Kalman Filter",
        "Navier Stokes",
        "Calabi Yau",
        "Erdős Rényi",
        "Bose Einstein",
        "Nash Equilibrium",
        "Stable Diffusion",
        "Vision Transformers",
        "Quantum Computing",
        "Gravitational Waves",
        "Orchid Pollination",
        "Photonic Crystals",
        "BERT",
        "GPT-4",
        "yann lecun",
        "transformers",
      })
  void aSubjectIsNotOfferedAsAnAuthor(String line) {
    assertThat(offers(line)).noneMatch(offer -> offer.contains("author"));
  }

  @ParameterizedTest
  @CsvSource({
    "reinforcment learning, reinforcement",
    "trasnformer, transformer",
    "difusion models, diffusion",
    "qunatum error correction, quantum",
    "superconductvity, superconductivity",
    "convolutionnal networks, convolutional",
    "Attenntion mechanism, attention",
    "variatoinal inferrence, variational",
    "electroencephalograhpy, electroencephalography",
  })
  void aMisspelledWordIsOfferedAsItWasMeant(String line, String meant) {
    assertThat(offers(line))
        .anyMatch(offer -> offer.endsWith("; perhaps you meant “" + meant + "”"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mixture of experts",
        "Yann LeCun",
        "author:Hinnton",
        "LangChain agents",
        "ChatGPT",
        "k-means",
        "spintronic memristors",
        "modelling",
        "zebrafish",
        "mitochondria",
        "cations",
        "Kolmogorov-Arnold networks",
        "tokenizers",
      })
  void aWordThatIsRightIsLeftAlone(String line) {
    assertThat(offers(line)).noneMatch(offer -> offer.contains("hardly any paper"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deep learning models       | it has only general words
          a new approach             | it has only general words
          data                       | it has only general words
          using large models         | it has only general words
          2024                       | it has only numbers
          3.14 42                    | it has only numbers
          图神经网络                 | most abstracts are in English
          нейронные сети             | most abstracts are in English
          الشبكات العصبية            | most abstracts are in English
          https://github.com/a/b     | this address names no paper
          """)
  void anInterestThatSaysLittleIsToldOf(String line, String remark) {
    assertThat(offers(line)).singleElement().asString().startsWith(remark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "graph neural networks",
        "deep learning for proteins",
        "language models",
        "\"deep learning\"",
        "author:LeCun deep learning",
        "GPT-4",
        "λ-calculus",
        "black holes",
        "*",
        "the of"
      })
  void othersGetNoRemark(String line) {
    assertThat(offers(line)).isEmpty();
  }
}
