namespace Ita.Reports.Documents;

/// <summary>The parts of an instrument whose items were stated without a part: two parts are known, but not which is the first.</summary>
internal static class PartsWithoutNumber
{
    public static bool AreIn(AgencyResult result, Instrument instrument) =>
        result.Findings.Any(finding => finding.Code is "one-part-items" or "one-part-items-incomplete" && IsOf(finding, instrument))
        || result.Instruments.Where(node => node.Key.Code == instrument.Code)
            .SelectMany(node => node.Parts).Any(part => part.Reason?.Code == "part-unknown");

    /// <summary>The name of a part without its number. The part whose items were stated is stored as the first.</summary>
    public static string Name(Instrument instrument, InstrumentPart part) =>
        part == instrument.Parts[0] ? $"{instrument.Code} ส่วนหนึ่ง" : $"{instrument.Code} อีกส่วนหนึ่ง";

    private static bool IsOf(Finding finding, Instrument instrument) => finding.Where == instrument.Code
        || instrument.Indicators.Any(number => ScoreKey.Indicator(number).Code == finding.Where);
}
