using Ita.App.Agencies;
using Microsoft.AspNetCore.Mvc;

namespace Ita.App.Emblems;

/// <param name="Title">The name of the agency; its code when there is no name.</param>
/// <param name="HasOwn">True when the agency has an emblem of its own.</param>
/// <param name="IsShown">True when its documents have an emblem, its own or the operator's.</param>
/// <param name="Done">What was just done: a value of the parameter <c>done</c>; null for nothing.</param>
/// <param name="Faults">Why a picture was refused; empty otherwise.</param>
public sealed record EmblemView(int Year, string Agency, string Title, bool HasOwn, bool IsShown, string? Done, ImmutableArray<FieldFault> Faults)
{
    public string Address => EmblemPages.Address(Year, Agency);
}

/// <summary>GET and POST emblems/{year}/{agency}, POST …/delete: the picture at the head of an agency's memos and letters.</summary>
internal static class EmblemPages
{
    public const string Saved = "saved";
    public const string Deleted = "deleted";

    /// <summary>The value of the field <c>confirmed</c>.</summary>
    public const string Yes = "yes";

    public static void MapEmblemPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/emblems/{year:int}/{agency}", ShowAsync).Needs(Right.OwnAgency);
        pages.MapPost("/emblems/{year:int}/{agency}", SaveAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        pages.MapPost("/emblems/{year:int}/{agency}/delete", DeleteAsync).Needs(Right.OwnAgency).DisableAntiforgery();
    }

    public static string Address(int year, string agency) =>
        FormattableString.Invariant($"{PageRoutes.Root}/emblems/{year}/{Uri.EscapeDataString(agency)}");

    private static Task<IResult> ShowAsync(
        int year, string agency, string? done, EmblemBlobs emblems, AgencyTable agencies, CancellationToken cancellationToken) =>
        PageAsync(year, agency, done, null, emblems, agencies, cancellationToken);

    private static async Task<IResult> SaveAsync(
        HttpContext context,
        int year,
        string agency,
        EmblemChanges changes,
        EmblemBlobs emblems,
        AgencyTable agencies,
        CancellationToken cancellationToken)
    {
        var kept = await changes.KeepAsync((FiscalYear.FromBuddhistEra(year), agency), context.Request, cancellationToken);
        return kept.IsRefused
            ? await PageAsync(year, agency, null, kept.Refusal, emblems, agencies, cancellationToken)
            : PageAnswer.SeeOther(context, $"{Address(year, agency)}?done={Saved}");
    }

    private static async Task<IResult> DeleteAsync(
        HttpContext context, int year, string agency, [FromForm] string? confirmed, EmblemBlobs emblems, CancellationToken cancellationToken)
    {
        if (confirmed != Yes)
        {
            return Refusal.Invalid("form-unreadable").ToResult();
        }

        await emblems.DeleteAsync((FiscalYear.FromBuddhistEra(year), agency), cancellationToken);
        return PageAnswer.SeeOther(context, $"{Address(year, agency)}?done={Deleted}");
    }

    private static async Task<IResult> PageAsync(
        int year, string agency, string? done, Refusal? refusal, EmblemBlobs emblems, AgencyTable agencies, CancellationToken cancellationToken)
    {
        var known = FiscalYear.FromBuddhistEra(year);
        var hasOwn = await emblems.FindAsync((known, agency), cancellationToken) is not null;
        var view = new EmblemView(
            year,
            agency,
            await agencies.TitleAsync(known, agency, cancellationToken),
            hasOwn,
            hasOwn || await emblems.FindAsync(null, cancellationToken) is not null,
            done,
            refusal is null ? [] : [new("file", refusal.Text.Th)]);
        return await PageAnswer.RenderAsync<EmblemPage>(view, refusal is null ? StatusCodes.Status200OK : ProblemResult.StatusFor(refusal.Kind));
    }
}
