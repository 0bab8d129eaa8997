using Ita.App.Agencies;
using Ita.Reports.Memos;

namespace Ita.App.Reports;

/// <param name="Title">The name of the agency; its code when there is no name.</param>
/// <param name="Tag">The <see cref="FormTag"/> of the lines that the form shows.</param>
/// <param name="IsSaved">True after the lines were stored.</param>
public sealed record LetterHeadView(int Year, string Agency, string Title, ReportKind Kind, string Tag, FormView Form, bool IsSaved)
{
    public string Address => LetterHeadPages.Address(Year, Agency, Kind.Code);
}

/// <summary>GET and POST heads/{year}/{agency}/{kind}: the lines of a memo or letter that an officer fills in.</summary>
internal static class LetterHeadPages
{
    private const string Saved = "saved";

    public static void MapLetterHeadPages(this IEndpointRouteBuilder pages)
    {
        const string Head = "/heads/{year:int}/{agency}/{kind}";
        pages.MapGet(Head, ShowAsync).Needs(Right.OwnAgency);
        pages.MapPost(Head, SaveAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    public static string Address(int year, string agency, string kind) =>
        FormattableString.Invariant($"{PageRoutes.Root}/heads/{year}/{Uri.EscapeDataString(agency)}/{kind}");

    private static async Task<IResult> ShowAsync(
        int year, string agency, string kind, string? done, LetterHeadTable heads, AgencyTable agencies, CancellationToken cancellationToken)
    {
        if (LetterHeadsApi.Check(kind) is { } unknown)
        {
            return unknown.ToResult();
        }

        var known = FiscalYear.FromBuddhistEra(year);
        var stored = await heads.FindAsync(known, agency, kind, cancellationToken) ?? LetterHead.Blank;
        return await PageAnswer.RenderAsync<LetterHeadPage>(new LetterHeadView(
            year,
            agency,
            await agencies.TitleAsync(known, agency, cancellationToken),
            KindOf(kind),
            FormTag.Of(stored),
            LetterHeadForm.Filled(stored),
            done == Saved));
    }

    private static async Task<IResult> SaveAsync(
        HttpContext context, int year, string agency, string kind, LetterHeadTable heads, AgencyTable agencies, CancellationToken cancellationToken)
    {
        if (LetterHeadsApi.Check(kind) is { } unknown)
        {
            return unknown.ToResult();
        }

        var known = FiscalYear.FromBuddhistEra(year);
        return await FormPost.SaveAsync(
            context,
            LetterHeadForm.Read,
            async (sent, tag) => await heads.TryReplaceAsync(known, agency, kind, tag, sent, cancellationToken) ? null : FormPost.Raced,
            async (posted, refusal) => await PageAnswer.RenderAsync<LetterHeadPage>(
                new LetterHeadView(
                    year,
                    agency,
                    await agencies.TitleAsync(known, agency, cancellationToken),
                    KindOf(kind),
                    posted.Tag,
                    LetterHeadForm.Again(posted.Form, refusal),
                    IsSaved: false),
                ProblemResult.StatusFor(refusal.Kind)),
            $"{Address(year, agency, kind)}?done={Saved}");
    }

    private static ReportKind KindOf(string code) => ReportKind.All.First(kind => kind.Code == code);
}
