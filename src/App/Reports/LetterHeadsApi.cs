using Ita.App.Access;
using Ita.App.Web;
using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <summary>GET and PUT reports/{year}/{agency}/{memo or circular}/head: what the clerk fills in. Both need the key, for it may name who signs.</summary>
internal static class LetterHeadsApi
{
    private const string Fields = "addressee, unit, telephone, number, date, subject, signatories, address, contact, copiesTo";
    private const int LongestLine = 300;
    private const int MostLines = 8;

    private static readonly string[] Kinds = [ReportName.Memo, ReportName.Circular];

    public static void MapLetterHeads(this RouteGroupBuilder api)
    {
        const string Head = "/reports/{year:int}/{agency}/{kind}/head";
        api.MapGet(Head, GetAsync).Needs(Right.OwnAgency);
        api.MapPut(Head, PutAsync).Needs(Right.OwnAgency);
    }

    private static async Task<IResult> GetAsync(int year, string agency, string kind, LetterHeadTable heads, CancellationToken stop) =>
        Refusal(year, kind) ?? TypedResults.Json(await heads.FindAsync(Domain.FiscalYear.FromBuddhistEra(year), agency, kind, stop) ?? LetterHead.Blank, ApiJson.Options);

    private static async Task<IResult> PutAsync(int year, string agency, string kind, HttpRequest request, LetterHeadTable heads, CancellationToken stop)
    {
        if (Refusal(year, kind) is { } refusal)
        {
            return refusal;
        }

        if (await SentJson.ReadAsync<LetterHead>(request, stop) is not { } head || !IsFit(head))
        {
            return ApiProblem.Of(
                StatusCodes.Status400BadRequest, "head-invalid", ("fields", Fields), ("lines", $"{MostLines}"), ("letters", $"{LongestLine}"));
        }

        await heads.WriteAsync(Domain.FiscalYear.FromBuddhistEra(year), agency, kind, head, stop);
        return TypedResults.Json(head, ApiJson.Options);
    }

    private static IResult? Refusal(int year, string kind) => Kinds.Contains(kind)
        ? FiscalYears.Known(year, out var refusal) is null ? refusal : null
        : ApiProblem.Of(StatusCodes.Status404NotFound, "unknown-report", ("kind", kind), ("kinds", string.Join(", ", Kinds)));

    private static bool IsFit(LetterHead head)
    {
        string?[] lines =
        [
            head.Addressee, head.Unit, head.Telephone, head.Number, head.Subject, .. head.Address, .. head.Contact, .. head.CopiesTo,
            .. head.Signatories.Select(signatory => signatory?.Position), .. head.Signatories.Select(signatory => signatory?.Name),
        ];
        return lines.All(line => line is null || (line.Length <= LongestLine && !line.Any(char.IsControl)))
            && head.Signatories.All(signatory => signatory?.Position is not null)
            && new[] { head.Address.Length, head.Contact.Length, head.CopiesTo.Length, head.Signatories.Length }.Max() <= MostLines;
    }
}
