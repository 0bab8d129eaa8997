using Ita.Domain.Improvement;
using Ita.Domain.Texts;
using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>GET and POST measures/{year}/{agency}/{id}/pictures, GET and DELETE …/{picture}: pictures of evidence, shown in the follow-up.</summary>
internal static class PicturesApi
{
    private const int MostBytes = PictureReader.MostBytes;
    private const int LongestCaption = 200;

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
        int year, string agency, string id, string? caption, HttpRequest request, PictureReading reading, PictureChanges changes,
        CancellationToken cancellationToken)
    {
        await using var body = await UploadBody.ReadAsync(request, MostBytes, cancellationToken);
        if (body is null)
        {
            return request.ContentLength > MostBytes ? TooLarge() : Refusal.Invalid("form-unreadable");
        }

        if (Check(body, caption) is { } refusal)
        {
            return refusal;
        }

        var (picture, fault) = await reading.ReadAsync(await body.BytesAsync(cancellationToken), cancellationToken);
        if (picture is null)
        {
            return PictureRefusals.Describe(fault!.Value);
        }

        var words = ThaiSpelling.Repair(caption?.Trim() ?? "");
        var added = await changes.AddAsync(FiscalYear.FromBuddhistEra(year), agency, id, picture, words, cancellationToken);
        return added.IsRefused
            ? added.Refusal
            : Answer<EvidencePicture>.With(
                added.Value,
                StatusCodes.Status201Created,
                $"/api/v1/measures/{year}/{Uri.EscapeDataString(agency)}/{Uri.EscapeDataString(id)}/pictures/{added.Value.Id}");
    }

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

    private static Refusal TooLarge() => PictureRefusals.TooLarge(MostBytes);

    private static Refusal? Check(UploadBody body, string? caption) => body.SeveralFiles ?? body switch
    {
        { Length: 0 } => Refusal.Invalid("upload-empty"),
        { Length: > MostBytes } => TooLarge(),
        _ when caption?.Trim().Length > LongestCaption || TextFaults.FindRefused(caption, isMultiline: false) is not null
            || UnreadableText.Find(ThaiSpelling.Repair(caption ?? "")) != TextFault.None =>
            Refusal.Invalid("caption-invalid", ("limit", Number(LongestCaption))),
        _ => null,
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
