package dev.offprint.sources;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a list of authors that stands in one text, however it is written: {@code A, B, and C};
 * {@code Lind, A., Ek, B.}; {@code Lind, Ada; Ek, Bo}; {@code Lind, Ada and Ek, Bo}; {@code Lind A,
 * Ek B}. The names come with the family name last.
 */
final class AuthorList {
  private static final Pattern LEAD =
      Pattern.compile(
          "^\\s*(?:authors?(?:\\(s\\))?\\s*:|by\\s+(?=\\S+\\s+\\S))\\s*", Pattern.CASE_INSENSITIVE);
  private static final Pattern ET_AL =
      Pattern.compile("[,;]?\\s+(?:et\\s+al\\.?|and\\s+others)\\s*$|[,;]?\\s*(?:…|\\.\\.\\.)\\s*$");
  private static final Pattern AND =
      Pattern.compile("[,;]\\s*(?:and|&)\\s+|\\s+(?:and|&)\\s+", Pattern.CASE_INSENSITIVE);
  private static final Pattern GROUP =
      Pattern.compile(
          "\\b(?:collaborations?|consorti(?:um|a)|team|groups?|network|committee|initiative|society"
              + "|association|agency|ministry|cent(?:er|re)s?|council|foundation|investigators|project"
              + "|inc|ltd|gmbh)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern INSTITUTION =
      Pattern.compile(
          "\\b(?:universit\\p{L}*|institut\\p{L}*|departments?|dept|faculty|college|school"
              + " of|laborator\\p{L}+|hospital|division of|academy)\\b",
          Pattern.CASE_INSENSITIVE);

  /** Of a name in generations, and what people are called besides. */
  private static final Pattern GENERATION =
      Pattern.compile("(?:Jr|Sr)\\.?|I{2,3}|IV", Pattern.CASE_INSENSITIVE);

  private static final Pattern SUFFIX =
      Pattern.compile(
          "(?:Jr|Sr)\\.?|I{2,3}|IV|Ph\\.?\\s?D\\.?|M\\.?D\\.?|M\\.?Sc\\.?|MPH|DPhil|Esq\\.?|Inc\\.?|Ltd\\.?",
          Pattern.CASE_INSENSITIVE);

  private static final String INITIAL = "\\p{Lu}[\\p{Ll}]?\\p{M}*\\.";
  private static final Pattern INITIALS =
      Pattern.compile(
          "(?:" + INITIAL + "[\\s-]*){1,5}|\\p{Lu}{1,3}(?:-\\p{Lu})?|(?:\\p{Lu}[ -]){1,3}\\p{Lu}");
  private static final Pattern GIVEN =
      Pattern.compile(
          "\\p{L}[\\p{L}\\p{M}'’-]*(?:\\s(?:" + INITIAL + "|\\p{Lu}))*(?:, (?:Jr|Sr)\\.?)?");
  private static final Pattern FAMILY =
      Pattern.compile(
          "(?:\\p{Ll}[\\p{L}'’]*\\s|(?:Van|Von|De|Del|Della|Di|Da|La|Le|El|Al)\\s)*\\p{L}[\\p{L}\\p{M}'’-]*");

  /** "Lind AB", as in references of medicine. */
  private static final Pattern VANCOUVER =
      Pattern.compile(
          "((?:\\p{Ll}+\\s)*\\p{Lu}[\\p{L}\\p{M}'’-]*\\p{Ll}[\\p{L}\\p{M}'’-]*)\\s(\\p{Lu}{1,3})");

  private AuthorList() {}

  /** The names of any list of clean text. */
  static List<String> names(String list) {
    String text = ET_AL.matcher(LEAD.matcher(list).replaceFirst("")).replaceFirst("").strip();
    List<String> parts = split(text, ';');
    if (parts.size() > 1) {
      List<String> names = new ArrayList<>();
      parts.forEach(part -> names.addAll(parted(part.replaceFirst("^(?:and|&)\\s+", ""))));
      return names;
    }
    return text.isEmpty() ? List.of() : parted(text);
  }

  private static List<String> parted(String text) {
    List<List<String>> pieces =
        byAnd(text).stream().map(piece -> merged(split(piece, ','), GENERATION)).toList();
    List<String> flat = pieces.stream().flatMap(List::stream).toList();
    boolean even = pieces.stream().allMatch(piece -> piece.size() % 2 == 0);
    if (even && !flat.isEmpty() && isInverted(flat)) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < flat.size(); i += 2) {
        names.add(turned(flat.get(i), flat.get(i + 1)));
      }
      return names;
    }
    List<String> names = merged(flat, SUFFIX);
    if (names.size() > 1 && names.stream().allMatch(name -> VANCOUVER.matcher(name).matches())) {
      return names.stream().map(AuthorList::vancouver).toList();
    }
    String first = names.isEmpty() ? "" : names.getFirst();
    return names.stream()
        .filter(name -> name.equals(first) || !INSTITUTION.matcher(name).find())
        .toList();
  }

  /** The names of a list that has nothing but commas between them, as arXiv writes it. */
  static List<String> byCommas(String list) {
    return merged(split(list, ','), SUFFIX);
  }

  private static List<String> split(String list, char mark) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int from = 0;
    for (int at = 0; at <= list.length(); at++) {
      char c = at == list.length() ? mark : list.charAt(at);
      if (c == '(' || c == '[') {
        depth++;
      } else if (c == ')' || c == ']') {
        depth = Math.max(0, depth - 1);
      } else if (at == list.length() || (c == mark && depth == 0)) {
        String part = list.substring(from, at).strip();
        if (!part.isEmpty()) {
          parts.add(part);
        }
        from = at + 1;
      }
    }
    return parts;
  }

  private static List<String> merged(List<String> parts, Pattern suffix) {
    List<String> names = new ArrayList<>();
    for (String part : parts) {
      if (!names.isEmpty() && suffix.matcher(part).matches()) {
        names.set(names.size() - 1, names.getLast() + ", " + part);
      } else {
        names.add(part);
      }
    }
    return names;
  }

  /** The "and" within the name of a group parts nothing. */
  private static List<String> byAnd(String text) {
    List<String> pieces = new ArrayList<>();
    Matcher and = AND.matcher(text);
    int from = 0;
    while (and.find()) {
      if (isOutside(text, and.start()) && !isOfAGroup(text, and)) {
        pieces.add(text.substring(from, and.start()));
        from = and.end();
      }
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private static boolean isOutside(String text, int at) {
    int depth = 0;
    for (int i = Math.max(0, at - 300); i < at; i++) {
      char c = text.charAt(i);
      depth =
          c == '(' || c == '[' ? depth + 1 : c == ')' || c == ']' ? Math.max(0, depth - 1) : depth;
    }
    return depth == 0;
  }

  private static boolean isOfAGroup(String text, Matcher and) {
    if (and.group().startsWith(",")) {
      return false;
    }
    int left = text.lastIndexOf(',', and.start()) + 1;
    int comma = text.indexOf(',', and.end());
    String before = text.substring(left, and.start());
    String after = text.substring(and.end(), comma < 0 ? text.length() : comma);
    if (GROUP.matcher(before).find() || INSTITUTION.matcher(before).find()) {
      return left == 0 && !after.matches("\\p{Lu}\\S*\\s(?:\\p{Lu}\\.?\\s)*\\p{Lu}\\S*");
    }
    return GROUP.matcher(after).find()
        && left == 0
        && !after.matches("(?i)(?:the|for|on behalf) .*");
  }

  /** Whether family names and given names take turns. */
  private static boolean isInverted(List<String> parts) {
    boolean initials = true;
    boolean single = true;
    for (int i = 0; i < parts.size(); i += 2) {
      String family = parts.get(i);
      String given = parts.get(i + 1);
      if (GROUP.matcher(family + " " + given).find()
          || INSTITUTION.matcher(family + " " + given).find()
          || INITIALS.matcher(family).matches()
          || (!isWord(family) && SUFFIX.matcher(given).matches())) {
        return false;
      }
      initials &= INITIALS.matcher(given).matches();
      single &= FAMILY.matcher(family).matches() && GIVEN.matcher(given).matches();
    }
    boolean two = parts.size() == 2 && (isWord(parts.getFirst()) || isWord(parts.getLast()));
    return initials || single || two;
  }

  private static boolean isWord(String part) {
    return part.indexOf(' ') < 0;
  }

  private static String turned(String family, String given) {
    int suffix = given.indexOf(", ");
    return suffix < 0
        ? given + " " + family
        : given.substring(0, suffix) + " " + family + given.substring(suffix);
  }

  private static String vancouver(String name) {
    Matcher parts = VANCOUVER.matcher(name);
    return parts.matches() ? parts.group(2).replaceAll("(\\p{Lu})", "$1. ") + parts.group(1) : name;
  }
}
