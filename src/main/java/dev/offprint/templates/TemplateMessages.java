package dev.offprint.templates;

import dev.offprint.messages.Messages;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** What {@code #{key}} stands for in a template: the message in the language of the reader. */
final class TemplateMessages extends AbstractMessageResolver {
  /** By which templates know the language: {@code ${messages.language}}. */
  static final String VARIABLE = "messages";

  static Messages of(IContext context) {
    return (Messages) context.getVariable(VARIABLE);
  }

  @Override
  public String resolveMessage(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      Object @Nullable [] arguments) {
    try {
      return of(context).text(key, arguments == null ? new Object[0] : arguments);
    } catch (IllegalArgumentException e) {
      throw new TemplateProcessingException(String.valueOf(e.getMessage()));
    }
  }

  /** There is no message that is absent. */
  @Override
  public @Nullable String createAbsentMessageRepresentation(
      ITemplateContext context,
      @Nullable Class<?> origin,
      String key,
      Object @Nullable [] arguments) {
    return null;
  }
}
