using System.Net;
using System.Security.Cryptography;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The QR code on the printed page leads to the verification of the report.</summary>
[Collection(AppTests.Name)]
public sealed class PrintedSealTests(RunningApp running)
{
    private static readonly Uri Published = new(AppOnHost.PublicUrl);

    [Theory]
    [InlineData("analysis")]
    [InlineData("memo")]
    public async Task The_code_on_the_last_page_leads_to_the_verdict_on_the_file(string kind)
    {
        var agency = $"SCANNED{kind.ToUpperInvariant()}";
        await running.Api.SentAsync(ScoreFile.Whole(agency, 87m), $"{agency}.csv");
        var (id, pdf) = await PrintedAsync($"reports/2565/{agency}/{kind}");

        var address = await PrintedCode.ScannedAsync(pdf);

        Assert.Equal(new Uri(Published, $"/api/v1/verify/{id}"), address);
        Assert.Equal("genuine", await VerdictAsync(address, pdf));
        Assert.Equal("notGenuine", await VerdictAsync(address, [.. pdf[..^2], (byte)' ', pdf[^1]]));
        await running.Api.SentAsync(ScoreFile.Whole(agency, 88m), $"{agency}-corrected.csv");
        var (newer, _) = await PrintedAsync($"reports/2565/{agency}/{kind}");
        Assert.Equal("superseded", await VerdictAsync(address, pdf));
        Assert.Equal(newer, (await running.Api.JsonAsync(PathOf(address))).GetProperty("supersededBy").GetString());
    }

    private async Task<(string Id, byte[] Pdf)> PrintedAsync(string report)
    {
        using var asked = await running.Api.PostAsync(report);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        var status = await Eventually.AsWishedAsync(() => running.Api.JsonAsync(report), one => one.Status() == "printed", $"{report} printed");
        using var pdf = await running.Api.GetAsync($"{report}?format=pdf");
        return (status.Id(), await pdf.Content.ReadAsByteArrayAsync());
    }

    private async Task<string?> VerdictAsync(Uri address, byte[] pdf) =>
        (await running.Api.JsonAsync($"{PathOf(address)}?sha256={Convert.ToHexStringLower(SHA256.HashData(pdf))}")).GetProperty("verdict")
            .GetString();

    // The app under test does not listen at its public address.
    private static string PathOf(Uri address) => address.AbsolutePath["/api/v1/".Length..];
}
