using Ita.Reports.Sealing;

namespace Ita.Reports.Rendering;

/// <summary>A rendered report. Its content is hashed without the seal, because the number on the seal is computed from the hash.</summary>
public sealed class RenderedReport
{
    private readonly string page;
    private readonly ReportModel model;
    private readonly ReportOptions options;

    /// <param name="page">The HTML with <see cref="SealPlace.Mark"/> where the seal goes.</param>
    internal RenderedReport(string page, ReportModel model, ReportOptions options)
    {
        (this.page, this.model, this.options) = (page, model, options);
        Html = page.Replace(SealPlace.Mark, "", StringComparison.Ordinal);
        ContentHash = ReportSeal.Hash(Html);
    }

    /// <summary>See <see cref="ReportModel.Version"/>.</summary>
    public int Version => model.Version;

    internal ReportOptions Options => options;

    /// <summary>The HTML without a seal.</summary>
    public string Html { get; }

    /// <summary>SHA-256 of <see cref="Html"/>, in hexadecimal.</summary>
    public string ContentHash { get; }

    /// <summary>See <see cref="ReportModel.ComputedAt"/>.</summary>
    public DateTimeOffset ComputedAt => model.ComputedAt;

    /// <summary>The number and address that the seal of this report shows.</summary>
    /// <param name="baseUrl">Base URL of the app, for example https://ita.example.go.th; it may have a path.</param>
    public Verification Verify(ReportIdentity report, Uri baseUrl) => ReportSeal.Number(report, ContentHash, baseUrl);

    /// <summary>The report with its seal; without one when readers cannot reach the app.</summary>
    /// <param name="baseUrl">Base URL of the app, for example https://ita.example.go.th; it may have a path.</param>
    /// <param name="isReachable">False when the app has no public URL.</param>
    public Task<SealedReport> SealAsync(ReportIdentity report, Uri baseUrl, bool isReachable = true)
    {
        var verification = Verify(report, baseUrl);
        return isReachable ? SealAsync(verification) : Task.FromResult(new SealedReport(Html, verification, ContentHash));
    }

    internal async Task<SealedReport> SealAsync(Verification verification)
    {
        var seal = await ComponentPage.RenderAsync<SealView>(new()
        {
            [nameof(SealView.Verification)] = verification,
            [nameof(SealView.Version)] = model.Version,
            [nameof(SealView.HasCode)] = !model.HasCode,
        });
        var finished = ThaiDigits.InHtml(seal, options.Digits);
        return new(page.Replace(SealPlace.Mark, finished, StringComparison.Ordinal), verification, ContentHash);
    }
}
