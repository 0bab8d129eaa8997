namespace Ita.App.Access.Pages;

/// <summary>GET audit?month=&amp;action=&amp;who=&amp;page=, and GET audit.csv with the same filter.</summary>
internal static class AuditPages
{
    public const string Address = $"{PageRoutes.Root}/audit";

    private const int MonthsListed = 24;
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] Columns = ["at", "by", "what", "subject", "why"];

    public static void MapAuditPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/audit", ShowAsync).Needs(Right.Operator);
        pages.MapGet("/audit.csv", Download).Needs(Right.Operator);
    }

    private static async Task<IResult> ShowAsync(
        string? month, string? action, string? who, int? page, AuditTable audit, CancellationToken cancellationToken)
    {
        var read = Read(month, action, who, audit);
        if (read.IsRefused)
        {
            return read.Refusal.ToResult();
        }

        var filter = read.Value;
        var all = await audit.MonthAsync(filter.Month, cancellationToken).ToListAsync(cancellationToken);
        return await PageAnswer.RenderAsync<AuditPage>(new AuditView(
            filter,
            [.. Months(audit.ThisMonth()).Append(filter.Month).Distinct().OrderDescending()],
            Different(all.Select(entry => entry.What), filter.Action),
            Different(all.Select(entry => entry.By), filter.Who),
            new([.. all.Where(filter.Holds).Reverse()], page ?? 1)));
    }

    private static IResult Download(string? month, string? action, string? who, AuditTable audit, CancellationToken cancellationToken)
    {
        var read = Read(month, action, who, audit);
        return read.IsRefused
            ? read.Refusal.ToResult()
            : new TableFile($"audit-{read.Value.Month}", TableFile.Columns(Columns), Rows(read.Value, audit, cancellationToken))
                .StreamCsv(cancellationToken);
    }

    private static IAsyncEnumerable<object?[]> Rows(AuditFilter filter, AuditTable audit, CancellationToken cancellationToken) => audit
        .MonthAsync(filter.Month, cancellationToken)
        .Where(filter.Holds)
        .Select(entry => new object?[]
        {
            entry.At.ToUniversalTime().ToString(TimeFormat, CultureInfo.InvariantCulture), entry.By, entry.What, entry.Subject, entry.Why,
        });

    // A form sends an empty choice as an empty string.
    private static Outcome<AuditFilter> Read(string? month, string? action, string? who, AuditTable audit)
    {
        var wanted = string.IsNullOrWhiteSpace(month) ? audit.ThisMonth() : month;
        return CommonEraDay.ReadMonth(wanted, nameof(month)).Problem is { } problem
            ? Refusal.Invalid("month-invalid").Because(problem)
            : new AuditFilter(wanted, Stated(action), Stated(who));
    }

    private static string? Stated(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    // The choice of the form stays in the list, also when no entry has it.
    private static ImmutableArray<string> Different(IEnumerable<string> texts, string? chosen) =>
        [.. texts.Concat(chosen is null ? [] : [chosen]).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Months(string newest)
    {
        var first = CommonEraDay.ReadMonth(newest, nameof(newest)).Day!.Value;
        return Enumerable.Range(0, MonthsListed).Select(back => first.AddMonths(-back).ToString("yyyy-MM", CultureInfo.InvariantCulture));
    }
}
