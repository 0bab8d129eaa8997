using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>Codes are unique.</summary>
internal static class CodeChecks
{
    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. Doubled("instrument or part", InstrumentCodes(framework)),
        .. Doubled("item prefix", framework.Instruments.Select(instrument => instrument.ItemPrefix)),
        .. Doubled("indicator", framework.Indicators.Select(indicator => indicator.Number)),
        .. Doubled("sub-indicator", framework.SubIndicators.Select(sub => sub.Code)),
        .. Doubled("item or sub-question", ItemCodes(framework)),
        .. Doubled("scale", framework.Scales.Select(scale => scale.Code)),
        .. Doubled("rating", framework.Rating.Bands.Select(band => band.Name)),
    ];

    /// <summary>Instruments and their parts share one set of codes.</summary>
    public static IEnumerable<string> InstrumentCodes(Framework framework) => framework.Instruments.SelectMany(
        instrument => instrument.Parts.Select(part => part.Code).Prepend(instrument.Code));

    public static IEnumerable<string> Doubled<T>(string what, IEnumerable<T> codes) =>
        from code in codes
        group code by code into same
        where same.Skip(1).Any()
        select $"The {what} {same.Key} stands twice.";

    private static IEnumerable<string> ItemCodes(Framework framework) => framework.Items.SelectMany(
        item => item.SubQuestions.Select(subQuestion => subQuestion.Code).Prepend(item.Code));
}
