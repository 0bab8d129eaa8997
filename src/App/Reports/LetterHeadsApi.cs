using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <summary>GET and PUT reports/{year}/{agency}/{memo or circular}/head: the lines that an officer fills in. Both
/// require a key, because a letter head can name the person who signs.</summary>
internal static class LetterHeadsApi
{
    private const string Fields = "addressee, unit, telephone, number, date, subject, signatories, address, contact, copiesTo";
    private const int LongestLine = 300;
    private const int MostLines = 8;


    public static void MapLetterHeads(this IEndpointRouteBuilder api)
    {
        const string Head = "/reports/{year:int}/{agency}/{kind}/head";
        api.MapGet(Head, GetAsync).Needs(Right.OwnAgency);
        api.MapPut(Head, PutAsync).Needs(Right.OwnAgency);
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

        if (await SentJson.ReadAsync<LetterHead>(request, cancellationToken) is not { } head || !IsValid(head))
        {
            return Refusal.Invalid("head-invalid", ("fields", Fields), ("lines", $"{MostLines}"), ("letters", $"{LongestLine}"));
        }

        await heads.WriteAsync(FiscalYear.FromBuddhistEra(year), agency, kind, head, cancellationToken);
        return head;
    }

    // Null when the kind has a letter head.
    private static Refusal? Check(string kind) => ReportKinds.WithLetterHead.Contains(kind)
        ? null
        : Refusal.NotFound("unknown-report", ("kind", kind), ("kinds", string.Join(", ", ReportKinds.WithLetterHead)));

    private static bool IsValid(LetterHead head)
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
