using Ita.Domain.Improvement;
using Ita.Intake.Pictures;

namespace Ita.App.Measures;

/// <summary>Adds and deletes pictures of a measure. The id of a picture is the SHA-256 of its bytes.</summary>
public sealed class PictureChanges(MeasureTable measures, PictureBlobs blobs)
{
    private const int MostOfMeasure = 4;

    /// <summary>Limits the size of a report, which contains all pictures of a plan, and the memory needed to print
    /// it.</summary>
    private const int MostOfPlan = 20;

    public async Task<Outcome<EvidencePicture>> AddAsync(
        FiscalYear analysed, string agency, string id, Picture picture, string caption, CancellationToken cancellationToken)
    {
        if (await measures.FindAsync(analysed, agency, id, cancellationToken) is not { } found)
        {
            return Refusal.NotFound();
        }

        var measure = found.Measure;
        var hash = Convert.ToHexStringLower(SHA256.HashData(picture.Bytes));
        var added = new EvidencePicture(hash, picture.ContentType, picture.Width, picture.Height, caption);
        var changed = measure with { Pictures = [.. measure.Pictures.Where(one => one.Id != hash), added] };
        if (changed.Pictures.Length > MostOfMeasure
            || await CountOthersAsync(measure, agency, cancellationToken) + changed.Pictures.Length > MostOfPlan)
        {
            return Refusal.Conflict("pictures-too-many", ("measure", Number(MostOfMeasure)), ("plan", Number(MostOfPlan)));
        }

        // The file is written first, so that a measure never refers to a missing picture.
        await blobs.WriteAsync(analysed, agency, id, hash, picture, cancellationToken);
        return await measures.TryUpdateAsync(agency, changed, found.ETag, cancellationToken) ? added : Refusal.Conflict("measure-changed");
    }

    /// <returns>Null when the picture was deleted.</returns>
    public async Task<Refusal?> DeleteAsync(FiscalYear analysed, string agency, string id, string picture, CancellationToken cancellationToken)
    {
        if (await measures.FindAsync(analysed, agency, id, cancellationToken) is not { } found
            || found.Measure.Pictures.FirstOrDefault(one => one.Id == picture) is not { } deleted)
        {
            return Refusal.NotFound();
        }

        var changed = found.Measure with { Pictures = found.Measure.Pictures.Remove(deleted) };
        if (!await measures.TryUpdateAsync(agency, changed, found.ETag, cancellationToken))
        {
            return Refusal.Conflict("measure-changed");
        }

        await blobs.DeleteAsync(analysed, agency, id, [deleted], cancellationToken);
        return null;
    }

    private async Task<int> CountOthersAsync(Measure measure, string agency, CancellationToken cancellationToken) =>
        (await measures.ListAsync(measure.Analysed, agency, cancellationToken)).Where(one => one.Id != measure.Id).Sum(one => one.Pictures.Length);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
