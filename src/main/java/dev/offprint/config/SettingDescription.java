package dev.offprint.config;

/**
 * One key of the configuration.
 *
 * @param key such as {@code smtp.host}
 * @param type what its value is turned into
 * @param initial its value when nothing is configured, as text
 * @param help what it does, for the operator
 * @param secret whether its value is never shown
 */
public record SettingDescription(
    String key, Class<?> type, String initial, String help, boolean secret) {

  /** The variable that sets it, such as {@code OFFPRINT_SMTP__HOST}. */
  public String variable() {
    return "OFFPRINT_" + key.toUpperCase(java.util.Locale.ROOT).replace(".", "__");
  }

  /** The initial value as TOML. */
  String initialToml() {
    return toml(initial);
  }

  /** A value of this setting as TOML. */
  String toml(String value) {
    boolean bare = type == int.class || type == boolean.class;
    return bare ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
