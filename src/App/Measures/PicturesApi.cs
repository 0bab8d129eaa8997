using Ita.Domain.Improvement;
using Ita.Domain.Texts;
using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>GET and POST measures/{year}/{agency}/{id}/pictures, GET and DELETE …/{picture}: pictures of evidence, shown in the follow-up.</summary>
internal static class PicturesApi
{
    public static void MapPictures(this IEndpointRouteBuilder measures)
    {
        var pictures = measures.MapGroup("/{id}/pictures");
        pictures.MapGet("", ListAsync);
        pictures.MapPost("", PostAsync)
            .Needs(Right.OwnAgency)
            .TakesBody()
            .DisableAntiforgery()
            .Succeeds<EvidencePicture>(StatusCodes.Status201Created)
            .Refuses(StatusCodes.Status409Conflict, StatusCodes.Status415UnsupportedMediaType);
        pictures.MapGet("/{picture}", GetAsync).SucceedsWithFile("image/jpeg", "image/png");
        pictures.MapDelete("/{picture}", DeleteAsync)
            .Needs(Right.OwnAgency)
            .SucceedsEmpty(StatusCodes.Status204NoContent)
            .Refuses(StatusCodes.Status409Conflict);
    }

    private static async Task<Answer<ImmutableArray<EvidencePicture>>> ListAsync(
        int year, string agency, string id, MeasureTable measures, CancellationToken cancellationToken) =>
        await measures.FindAsync(FiscalYear.FromBuddhistEra(year), agency, id, cancellationToken) is { } found
            ? found.Measure.Pictures
            : Refusal.NotFound();

    private static async Task<Answer<EvidencePicture>> PostAsync(
        int year, string agency, string id, string? caption, HttpRequest request, PictureUploads uploads, CancellationToken cancellationToken)
    {
        var added = await uploads.AddAsync(FiscalYear.FromBuddhistEra(year), agency, id, caption, request, cancellationToken);
        return added.IsRefused
            ? added.Refusal
            : Answer<EvidencePicture>.With(added.Value, StatusCodes.Status201Created, Address(year, agency, id, added.Value.Id));
    }

    /// <summary>The address of a picture.</summary>
    public static string Address(int year, string agency, string id, string picture) =>
        FormattableString.Invariant($"/api/v1/measures/{year}/{Uri.EscapeDataString(agency)}/{Uri.EscapeDataString(id)}/pictures/{picture}");

    private static async Task<IResult> GetAsync(
        int year,
        string agency,
        string id,
        string picture,
        MeasureTable measures,
        PictureBlobs blobs,
        CancellationToken cancellationToken)
    {
        var analysed = FiscalYear.FromBuddhistEra(year);
        if (await measures.FindAsync(analysed, agency, id, cancellationToken) is not { } measure
            || measure.Measure.Pictures.All(one => one.Id != picture)
            || await blobs.FindAsync(analysed, agency, id, picture, cancellationToken) is not { } found)
        {
            return Refusal.NotFound().ToResult();
        }

        return TypedResults.File(found.Bytes, found.ContentType);
    }

    private static async Task<IResult> DeleteAsync(
        int year, string agency, string id, string picture, PictureChanges changes, CancellationToken cancellationToken) =>
        await changes.DeleteAsync(FiscalYear.FromBuddhistEra(year), agency, id, picture, cancellationToken) is { } refusal
            ? refusal.ToResult()
            : TypedResults.NoContent();
}
