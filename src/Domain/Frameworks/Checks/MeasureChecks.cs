namespace Ita.Domain.Frameworks.Checks;

/// <summary>Measures of the library name an issue, items that exist, and quarters in order.</summary>
internal static class MeasureChecks
{
    private const string Measures = "$.measures";

    public static IEnumerable<FrameworkFault> Check(Framework framework)
    {
        var measures = (framework.Measures ?? []).At(Measures).ToList();
        return
        [
            .. CodeChecks.Doubled("measure", "มาตรการ", measures.Select(one => (one.Value.Id, one.Path + ".id"))),
            .. measures.SelectMany(one => Check(framework, one.Value, one.Path)),
        ];
    }

    private static IEnumerable<FrameworkFault> Check(Framework framework, LibraryMeasure measure, string path) =>
    [
        .. measure.Items.At(path + ".items").Where(code => framework.Items.All(item => item.Code != code.Value)).Select(code => TreeChecks.NotFound(
            $"Measure {measure.Id}", $"มาตรการ {measure.Id}", $"item {code.Value}", $"ข้อ {code.Value}", code.Path)),
        .. measure.Issue is >= 1 and <= 7
            ? Array.Empty<FrameworkFault>()
            : [FrameworkFault.Of("measure-issue", path + ".issue", ("id", measure.Id), ("amount", measure.Issue))],
        .. measure.FirstQuarter >= 1 && measure.FirstQuarter <= measure.LastQuarter && measure.LastQuarter <= 4
            ? Array.Empty<FrameworkFault>()
            : [FrameworkFault.Of("measure-quarters", path + ".firstQuarter", ("id", measure.Id))],
    ];
}
