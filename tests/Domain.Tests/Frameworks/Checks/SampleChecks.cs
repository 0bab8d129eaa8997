using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>Each survey, or each of its parts, has one rule for the number of respondents, and all rules can be computed.</summary>
internal static class SampleChecks
{
    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. NotOneRule(framework),
        .. UnknownInstruments(framework),
        .. UnknownBases(framework),
        .. framework.SampleRules.SelectMany(OfRule),
        .. WrongCountsAs(framework.NonProcessing),
    ];

    private static IEnumerable<string> NotOneRule(Framework framework) =>
        from code in Surveys(framework)
        let rules = framework.SampleRules.Count(rule => rule.Instrument == code)
        where rules != 1 && !(rules == 0 && framework.Unconfirmed is not null)
        select $"There are {rules} sample rules for {code}, not one.";

    private static IEnumerable<string> Surveys(Framework framework) =>
        from instrument in framework.Instruments
        where instrument.Answers == AnswerKind.Survey
        from code in instrument.Parts.IsEmpty ? [instrument.Code] : instrument.Parts.Select(part => part.Code)
        select code;

    private static IEnumerable<string> UnknownInstruments(Framework framework) =>
        from code in framework.SampleRules.Select(rule => rule.Instrument)
            .Concat(framework.NonProcessing.Rules.Select(rule => rule.Instrument).OfType<string>())
        where !CodeChecks.InstrumentCodes(framework).Contains(code)
        select $"A rule names the instrument {code}, which does not exist.";

    // The base must be an earlier rule, so that rules have no cycles.
    private static IEnumerable<string> UnknownBases(Framework framework) =>
        framework.SampleRules.Where((rule, index) => rule.OfMinimumOf is { } other
                && framework.SampleRules.Take(index).All(earlier => earlier.Instrument != other))
            .Select(rule => $"The sample of {rule.Instrument} rests on {rule.OfMinimumOf}, which has no rule before it.");

    private static IEnumerable<string> OfRule(SampleRule rule) =>
        [.. WrongShare(rule), .. WrongFloor(rule), .. HalfStep(rule)];

    private static IEnumerable<string> WrongShare(SampleRule rule) =>
        rule.Share.Value is > 0 and <= 1 ? [] : [$"The sample of {rule.Instrument} is the share {rule.Share.Value}, not above 0 up to 1."];

    private static IEnumerable<string> WrongFloor(SampleRule rule) =>
        rule.AtLeast.Value > 0 ? [] : [$"The sample of {rule.Instrument} is at least {rule.AtLeast.Value}, which is no respondent."];

    private static IEnumerable<string> HalfStep(SampleRule rule) =>
        (rule.AboveThis, rule.AboveNeeds) switch
        {
            (null, null) => [],
            ({ } above, { } needs) when needs.Value >= rule.AtLeast.Value && needs.Value <= above.Value => [],
            _ => [$"The sample of {rule.Instrument} for a large population is not told in full, or makes no sense."],
        };

    private static IEnumerable<string> WrongCountsAs(NonProcessing nonProcessing) =>
        nonProcessing.CountsAs.Value is >= 0 and <= 100
            ? []
            : [$"An unprocessed instrument counts as {nonProcessing.CountsAs.Value}, which is not a score."];
}
