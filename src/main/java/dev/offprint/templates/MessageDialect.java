package dev.offprint.templates;

import dev.offprint.messages.Message;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.standard.expression.IStandardVariableExpression;
import org.thymeleaf.standard.expression.IStandardVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.OGNLVariableExpressionEvaluator;
import org.thymeleaf.standard.expression.StandardExpressionExecutionContext;

/**
 * Thymeleaf's own dialect, in which a value that is a {@link Message} is told in the language of
 * the reader.
 */
final class MessageDialect extends StandardDialect {
  MessageDialect() {
    setVariableExpressionEvaluator(new Telling());
  }

  private static final class Telling implements IStandardVariableExpressionEvaluator {
    private final IStandardVariableExpressionEvaluator values =
        new OGNLVariableExpressionEvaluator(true);

    @Override
    public @Nullable Object evaluate(
        IExpressionContext context,
        IStandardVariableExpression expression,
        StandardExpressionExecutionContext execution) {
      Object value = values.evaluate(context, expression, execution);
      return value instanceof Message message ? TemplateMessages.of(context).text(message) : value;
    }
  }
}
