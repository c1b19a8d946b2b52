package dev.offprint.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The commonest mistakes in JSON, as they are told to whoever made them. */
class JsonMessageTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"id": "x}§ | a text does not end on its line; its closing " is missing, or \\n where it has a line end
          {"id": "x§"} | a text does not end on its line; its closing " is missing, or \\n where it has a line end
          {"id": "x | it ends within a text; the closing " is missing
          {"id": "x\ty"} | a text holds a control character; write a tab as \\t
          {"id": "\\q"} | a text holds a \\ that begins nothing; write it as \\\\
          {"id": "x", "title": "T, "a": 1} | between two entries a comma is missing, or a " before it
          {"id": "x" "title": "T"} | between two entries a comma is missing, or a " before it
          {"id": "x",} | a comma is one too many before a }
          [1, 2,] | a comma is one too many before a ]
          {"id":} | a value is missing before a }
          {'id': "x"} | it has single quotes; names and texts stand between " and "
          {"id": 'x'} | it has single quotes; names and texts stand between " and "
          {id: "x"} | a name does not stand between " and "
          {“id”: "x"} | a name does not stand between " and "
          {"id": “x”} | what begins is no value: a text stands between " and "; else it is a number, true, false or null
          {"id": None} | None is no value: a text stands between " and "; else it is a number, true, false or null
          {"id": NaN} | NaN is no value: a text stands between " and "; else it is a number, true, false or null
          {"id" "x"} | a colon is missing after a name
          {"id": "x"§ | it ends too early; a } is missing
          {"authors": ["x" | it ends too early; a ] is missing
          {"id": | it ends too early
          {"authors": ["x"} | before a }, a ] is missing
          {"id": 01} | Invalid numeric value: Leading zeroes not allowed
          """)
  void aMistakeIsToldInPlainWords(String json, String why) {
    assertThat(why(json)).isEqualTo(why);
  }

  private static String why(String json) {
    JacksonException failure =
        catchThrowableOfType(
            JacksonException.class, () -> new JsonMapper().readTree(json.replace('§', '\n')));
    return JsonMessage.of(failure);
  }
}
