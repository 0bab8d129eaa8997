namespace Ita.Domain.Frameworks.Checks;

/// <summary>A year has all issues or none, and they group items that exist.</summary>
internal static class IssueChecks
{
    private const int Count = 7;

    public static IEnumerable<FrameworkFault> Check(Framework framework) =>
    [
        .. WrongNumbers(framework),
        .. UnknownItems(framework),
        .. framework.Issues.At("$.issues").SelectMany(one => CodeChecks.Doubled(
            $"entry of issue {one.Value.Number}:", $"ข้อในประเด็นที่ {one.Value.Number}:",
            one.Value.Items.At(one.Path + ".items").Select(item => (item.Value, item.Path)))),
        .. framework.Issues.At("$.issues").Where(one => one.Value.Items.IsEmpty)
            .Select(one => TreeChecks.Empty($"Issue {one.Value.Number}", $"ประเด็นที่ {one.Value.Number}", one.Path + ".items")),
    ];

    private static IEnumerable<FrameworkFault> WrongNumbers(Framework framework) =>
        framework.Issues.IsEmpty || framework.Issues.Select(issue => issue.Number).SequenceEqual(Enumerable.Range(1, Count))
            ? []
            : [FrameworkFault.Of("issue-numbers", "$.issues", ("count", Count))];

    private static IEnumerable<FrameworkFault> UnknownItems(Framework framework) =>
        from issue in framework.Issues.At("$.issues")
        from code in issue.Value.Items.At(issue.Path + ".items")
        where framework.Items.All(item => item.Code != code.Value)
        select TreeChecks.NotFound(
            $"Issue {issue.Value.Number}", $"ประเด็นที่ {issue.Value.Number}", $"item {code.Value}", $"ข้อ {code.Value}", code.Path);
}
