using System.Globalization;

namespace Ita.Functions.Storage.Tables;

/// <summary>Makes a query filter out of an interpolated string, quoting each value by its type.</summary>
/// <remarks>
/// <c>TableFilter.Create($"PartitionKey eq {year} and Name eq {name}")</c> is safe whatever <c>name</c> holds: a value can
/// never become part of the expression.
/// </remarks>
public static class TableFilter
{
    /// <exception cref="ArgumentException">A value is null or of a type the Table service has no literal for.</exception>
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return string.Format(CultureInfo.InvariantCulture, filter.Format, [.. filter.GetArguments().Select(Quote)]);
    }

    private static string Quote(object? value) => value switch
    {
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long number => $"{number.ToString(CultureInfo.InvariantCulture)}L",
        double number => Quote(number),
        DateTimeOffset time => $"datetime'{EdmText.Of(time)}'",
        Guid guid => $"guid'{guid:D}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        _ => throw new ArgumentException($"A table filter has no literal for {value?.GetType().Name ?? "null"}.", nameof(value)),
    };

    // 1 would be an integer literal, which the service does not compare with a double.
    private static string Quote(double number)
    {
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny(".EN") || double.IsInfinity(number) ? text : $"{text}.0";
    }
}
