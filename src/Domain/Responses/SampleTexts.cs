using Ita.Domain.Texts;

namespace Ita.Domain.Responses;

/// <summary>The rule of a minimum sample as a sentence.</summary>
public static class SampleTexts
{
    public static LocalizedText Write(SampleRule rule)
    {
        var code = rule.OfMinimumOf is not null ? "of-minimum" : rule.AboveThis is null ? "share" : "share-or-fixed";
        return TextCatalogue.Fill($"sample.{code}", new Dictionary<string, string>
        {
            ["percent"] = (100 * rule.Share.Value).ToString("0.##", CultureInfo.InvariantCulture),
            ["atLeast"] = Text(rule.AtLeast.Value),
            ["above"] = Text(rule.AboveThis?.Value ?? 0),
            ["needs"] = Text(rule.AboveNeeds?.Value ?? 0),
            ["other"] = rule.OfMinimumOf ?? "",
        });
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
