using System.Globalization;
using System.Security.Cryptography;
using Azure;
using Ita.App.Access;
using Ita.App.Storage;
using Ita.App.Web;
using Ita.Domain;
using Ita.Domain.Improvement;
using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>GET and POST measures/{year}/{agency}/{id}/pictures, GET and DELETE …/{picture}: evidence to be seen in the follow-up.</summary>
internal static class PicturesApi
{
    private const int MostBytes = 3_000_000;
    private const int MostOfMeasure = 4;

    /// <summary>A report carries them all, as do its page and the memory it is printed in.</summary>
    private const int MostOfPlan = 20;

    private const int LongestCaption = 200;

    public static void MapPictures(this RouteGroupBuilder api)
    {
        var pictures = api.MapGroup("/measures/{year:int}/{agency}/{id}/pictures");
        pictures.MapGet("", ListAsync);
        pictures.MapPost("", PostAsync).Needs(Right.OwnAgency).DisableAntiforgery();
        pictures.MapGet("/{picture}", GetAsync);
        pictures.MapDelete("/{picture}", DeleteAsync).Needs(Right.OwnAgency);
    }

    private static Task<IResult> ListAsync(int year, string agency, string id, MeasureTable measures, CancellationToken stop) =>
        OfMeasureAsync(year, agency, id, measures, (measure, _) => Task.FromResult<IResult>(TypedResults.Json(measure.Pictures, ApiJson.Options)), stop);

    private static Task<IResult> PostAsync(
        int year, string agency, string id, string? caption, HttpRequest request, MeasureTable measures, PictureBlobs blobs, CancellationToken stop) =>
        OfMeasureAsync(year, agency, id, measures, async (measure, read) =>
        {
            await using var body = await UploadBody.ReadAsync(request, MostBytes, stop);
            if (body is null)
            {
                return request.ContentLength > MostBytes ? TooLarge() : ApiProblem.Of(StatusCodes.Status400BadRequest, "form-unreadable");
            }

            if (Refusal(body, caption) is { } refusal)
            {
                return refusal;
            }

            var (picture, fault) = PictureReader.Read(await body.BytesAsync(stop));
            if (picture is null)
            {
                return Refusal(fault!.Value);
            }

            var of = Convert.ToHexStringLower(SHA256.HashData(picture.Bytes));
            var added = new EvidencePicture(of, picture.ContentType, picture.Width, picture.Height, caption?.Trim() ?? "");
            var changed = measure with { Pictures = [.. measure.Pictures.Where(one => one.Id != of), added] };
            if (changed.Pictures.Length > MostOfMeasure || await OthersAsync(measure, agency, measures, stop) + changed.Pictures.Length > MostOfPlan)
            {
                return ApiProblem.Of(StatusCodes.Status409Conflict, "pictures-too-many", ("measure", Number(MostOfMeasure)), ("plan", Number(MostOfPlan)));
            }

            // The file first: a measure never promises a picture that is not there.
            await blobs.WriteAsync(measure.Analysed, agency, id, of, picture, stop);
            return await UpdatedAsync(changed, agency, read, measures, stop)
                ?? TypedResults.Created($"/api/v1/measures/{year}/{Uri.EscapeDataString(agency)}/{Uri.EscapeDataString(id)}/pictures/{of}", added);
        }, stop);

    private static Task<IResult> GetAsync(int year, string agency, string id, string picture, MeasureTable measures, PictureBlobs blobs, HttpResponse response, CancellationToken stop) =>
        OfMeasureAsync(year, agency, id, measures, async (measure, _) =>
        {
            if (measure.Pictures.FirstOrDefault(one => one.Id == picture) is not { } found)
            {
                return ApiProblem.NotFound();
            }

            response.Headers.XContentTypeOptions = "nosniff";
            return TypedResults.File(await blobs.ReadAsync(measure.Analysed, agency, id, picture, stop), found.ContentType);
        }, stop);

    private static Task<IResult> DeleteAsync(int year, string agency, string id, string picture, MeasureTable measures, PictureBlobs blobs, CancellationToken stop) =>
        OfMeasureAsync(year, agency, id, measures, async (measure, read) =>
        {
            var gone = measure.Pictures.Where(one => one.Id == picture).ToList();
            if (gone.Count == 0)
            {
                return ApiProblem.NotFound();
            }

            if (await UpdatedAsync(measure with { Pictures = measure.Pictures.RemoveRange(gone) }, agency, read, measures, stop) is { } refusal)
            {
                return refusal;
            }

            await blobs.DeleteAsync(measure.Analysed, agency, id, gone, stop);
            return TypedResults.NoContent();
        }, stop);

    private static async Task<IResult> OfMeasureAsync(
        int year, string agency, string id, MeasureTable measures, Func<Measure, ETag, Task<IResult>> answer, CancellationToken stop)
    {
        if (FiscalYears.Known(year, out var refusal) is not { } known)
        {
            return refusal;
        }

        return await measures.FindAsync(known, agency, id, stop) is { } found ? await answer(found.Measure, found.ETag) : ApiProblem.NotFound();
    }

    private static IResult TooLarge() => ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "picture-too-large", ("limit", Number(MostBytes)));

    private static IResult? Refusal(UploadBody body, string? caption) => body switch
    {
        { Length: 0 } => ApiProblem.Of(StatusCodes.Status400BadRequest, "upload-empty"),
        { Length: > MostBytes } => TooLarge(),
        _ when caption?.Trim().Length > LongestCaption || caption?.Any(char.IsControl) == true =>
            ApiProblem.Of(StatusCodes.Status400BadRequest, "caption-invalid", ("limit", Number(LongestCaption))),
        _ => null,
    };

    private static IResult Refusal(PictureFault fault) => fault switch
    {
        PictureFault.UnknownFormat => ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "picture-unknown"),
        PictureFault.TooManyPixels => ApiProblem.Of(StatusCodes.Status400BadRequest, "picture-pixels", ("limit", Number(PictureReader.MostPixels))),
        _ => ApiProblem.Of(StatusCodes.Status400BadRequest, "picture-broken"),
    };

    private static async Task<int> OthersAsync(Measure measure, string agency, MeasureTable measures, CancellationToken stop) =>
        (await measures.ListAsync(measure.Analysed, agency, stop)).Where(one => one.Id != measure.Id).Sum(one => one.Pictures.Length);

    // Null when it went well.
    private static async Task<IResult?> UpdatedAsync(Measure measure, string agency, ETag read, MeasureTable measures, CancellationToken stop)
    {
        try
        {
            await measures.UpdateAsync(agency, measure, read, stop);
            return null;
        }
        catch (RequestFailedException conflict) when (conflict.Status == StatusCodes.Status412PreconditionFailed)
        {
            return ApiProblem.Of(StatusCodes.Status409Conflict, "measure-changed");
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
