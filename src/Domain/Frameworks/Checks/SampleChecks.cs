namespace Ita.Domain.Frameworks.Checks;

/// <summary>Each survey, or each of its parts, has one rule for the number of respondents, and all rules can be computed.</summary>
internal static class SampleChecks
{
    private const string Rules = "$.sampleRules";

    private static readonly ImmutableArray<string> Reasons = ["not-registered", "below-minimum-sample", "no-data"];

    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. NotOneRule(framework),
        .. UnknownInstruments(framework),
        .. UnknownBases(framework),
        .. framework.SampleRules.At(Rules).SelectMany(one => OfRule(one.Value, one.Path)),
        .. WrongCountsAs(framework.NonProcessing),
        .. UnknownReasons(framework.NonProcessing),
    ];

    private static IEnumerable<FrameworkFault> NotOneRule(Framework framework) =>
        from code in Surveys(framework)
        let rules = framework.SampleRules.Count(rule => rule.Instrument == code)
        where rules != 1 && !(rules == 0 && framework.Unconfirmed is not null)
        select FrameworkFault.Of("sample-count", Rules, ("count", rules), ("code", code));

    private static IEnumerable<string> Surveys(Framework framework) =>
        from instrument in framework.Instruments
        where instrument.Answers == AnswerKind.Survey
        from code in instrument.Parts.IsEmpty ? [instrument.Code] : instrument.Parts.Select(part => part.Code)
        select code;

    private static IEnumerable<FrameworkFault> UnknownInstruments(Framework framework) =>
        from rule in framework.SampleRules.At(Rules).Select(one => (one.Value.Instrument, one.Path))
            .Concat(framework.NonProcessing.Rules.At("$.nonProcessing.rules").Where(one => one.Value.Instrument is not null)
                .Select(one => (Instrument: one.Value.Instrument!, one.Path)))
        where CodeChecks.InstrumentCodes(framework).All(known => known.Code != rule.Instrument)
        select TreeChecks.NotFound(
            "A rule", "เกณฑ์", $"the instrument {rule.Instrument}", $"เครื่องมือ {rule.Instrument}", rule.Path + ".instrument");

    // The base must be an earlier rule, so that rules have no cycles.
    private static IEnumerable<FrameworkFault> UnknownBases(Framework framework) =>
        framework.SampleRules.At(Rules).Where((one, index) => one.Value.OfMinimumOf is { } other
                && framework.SampleRules.Take(index).All(earlier => earlier.Instrument != other))
            .Select(one => FrameworkFault.Of(
                "sample-base", one.Path + ".ofMinimumOf", ("code", one.Value.Instrument), ("other", one.Value.OfMinimumOf!)));

    private static IEnumerable<FrameworkFault> OfRule(SampleRule rule, string path) =>
        [.. WrongShare(rule, path), .. WrongFloor(rule, path), .. HalfStep(rule, path)];

    private static IEnumerable<FrameworkFault> WrongShare(SampleRule rule, string path) => rule.Share.Value is > 0 and <= 1
        ? []
        : [FrameworkFault.Of("sample-share", path + ".share.value", ("code", rule.Instrument), ("amount", rule.Share.Value))];

    private static IEnumerable<FrameworkFault> WrongFloor(SampleRule rule, string path) => rule.AtLeast.Value > 0
        ? []
        : [FrameworkFault.Of("sample-least", path + ".atLeast.value", ("code", rule.Instrument), ("amount", rule.AtLeast.Value))];

    private static IEnumerable<FrameworkFault> HalfStep(SampleRule rule, string path) =>
        (rule.AboveThis, rule.AboveNeeds) switch
        {
            (null, null) => [],
            ({ } above, { } needs) when needs.Value >= rule.AtLeast.Value && needs.Value <= above.Value => [],
            _ => [FrameworkFault.Of("sample-step", path + ".aboveNeeds", ("code", rule.Instrument))],
        };

    private static IEnumerable<FrameworkFault> WrongCountsAs(NonProcessing nonProcessing) => nonProcessing.CountsAs.Value is >= 0 and <= 100
        ? []
        : [FrameworkFault.Of("counts-as", "$.nonProcessing.countsAs.value", ("amount", nonProcessing.CountsAs.Value))];

    private static IEnumerable<FrameworkFault> UnknownReasons(NonProcessing nonProcessing) =>
        from one in nonProcessing.Rules.At("$.nonProcessing.rules")
        where !Reasons.Contains(one.Value.Reason)
        select FrameworkFault.Of("reason-unknown", one.Path + ".reason", ("name", one.Value.Reason), ("known", string.Join(", ", Reasons)));
}
