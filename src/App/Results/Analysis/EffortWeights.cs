using Ita.Domain.Improvement;

namespace Ita.App.Results.Analysis;

/// <summary>Parses the weights of effort in a query.</summary>
internal static class EffortWeights
{
    /// <param name="efforts">The weight of an item or an instrument, for example <c>O25:3,IIT:0.5</c>.</param>
    /// <param name="without">Items that keep their scores, for example <c>O8,O9</c>.</param>
    /// <returns>Null when a weight is invalid.</returns>
    public static Efforts? Parse(Framework framework, string? efforts, string? without)
    {
        var weights = Efforts.Default with { Fixed = Efforts.Default.Fixed.Union(Words(without)) };
        foreach (var pair in Words(efforts).Select(word => word.Split(':')))
        {
            if (pair is not [var code, var text]
                || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight))
            {
                return null;
            }

            weights = framework.Items.Any(item => item.Code == code)
                ? weights with { ByItem = weights.ByItem.SetItem(code, weight) }
                : weights with { ByInstrument = weights.ByInstrument.SetItem(code, weight) };
        }

        return weights;
    }

    private static IEnumerable<string> Words(string? list) =>
        (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
