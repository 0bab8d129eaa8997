using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <summary>GET and PUT reports/{year}/{agency}/{memo, follow-up-memo or circular}/head: the lines that an officer fills in. Both
/// require a key, because a letter head can name the person who signs.</summary>
internal static class LetterHeadsApi
{
    public static void MapLetterHeads(this IEndpointRouteBuilder api)
    {
        const string Head = "/reports/{year:int}/{agency}/{kind}/head";
        api.MapGet(Head, GetAsync).Needs(Right.OwnAgency);
        api.MapPut(Head, PutAsync).Needs(Right.OwnAgency).TakesBody();
    }

    private static async Task<Answer<LetterHead>> GetAsync(
        int year, string agency, string kind, LetterHeadTable heads, CancellationToken cancellationToken) =>
        Check(kind) is { } refusal
            ? refusal
            : await heads.FindAsync(FiscalYear.FromBuddhistEra(year), agency, kind, cancellationToken) ?? LetterHead.Blank;

    private static async Task<Answer<LetterHead>> PutAsync(
        int year, string agency, string kind, HttpRequest request, LetterHeadTable heads, CancellationToken cancellationToken)
    {
        if (Check(kind) is { } refusal)
        {
            return refusal;
        }

        var read = await JsonBody.ReadAsync<LetterHead>(request, LetterHeadForm.Invalid, cancellationToken);
        if (read.IsRefused)
        {
            return read.Refusal;
        }

        await heads.WriteAsync(FiscalYear.FromBuddhistEra(year), agency, kind, read.Value, cancellationToken);
        return read.Value;
    }

    /// <summary>Null when the kind has a letter head.</summary>
    public static Refusal? Check(string kind) => ReportKinds.WithLetterHead.Contains(kind)
        ? null
        : Refusal.NotFound("unknown-report", ("kind", kind), ("kinds", string.Join(", ", ReportKinds.WithLetterHead)));
}
