using Ita.Domain.Frameworks;

namespace Ita.Domain.Tests.Frameworks.Checks;

/// <summary>A year has all issues or none, and they group items that exist.</summary>
internal static class IssueChecks
{
    private const int Count = 7;

    public static IEnumerable<string> Of(Framework framework) =>
    [
        .. WrongNumbers(framework),
        .. UnknownItems(framework),
        .. framework.Issues.SelectMany(issue => CodeChecks.Doubled($"entry of issue {issue.Number}:", issue.Items)),
        .. Empty(framework),
    ];

    private static IEnumerable<string> WrongNumbers(Framework framework) =>
        framework.Issues.IsEmpty || framework.Issues.Select(issue => issue.Number).SequenceEqual(Enumerable.Range(1, Count))
            ? []
            : [$"The issues are not numbered 1 to {Count}."];

    private static IEnumerable<string> UnknownItems(Framework framework) =>
        from issue in framework.Issues
        from code in issue.Items
        where framework.Items.All(item => item.Code != code)
        select $"Issue {issue.Number} names item {code}, which does not exist.";

    private static IEnumerable<string> Empty(Framework framework) =>
        from issue in framework.Issues
        where issue.Items.IsEmpty
        select $"Issue {issue.Number} has no items.";
}
