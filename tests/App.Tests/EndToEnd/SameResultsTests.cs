using System.Text.RegularExpressions;
using Ita.App.Storage;
using Ita.App.Tests.Hosting;
using Ita.Tests;

namespace Ita.App.Tests.EndToEnd;

/// <summary>The results of the samples stay byte for byte the same, both as the API returns them and as they are
/// stored. Ids of uploads, times and versions are left out.</summary>
[Collection(AppTests.Name)]
public sealed partial class SameResultsTests(RunningApp running)
{
    public static TheoryData<string, int, string, string> Samples => new()
    {
        { "2565-indicators.csv", 2565, "05470113", "0d26f7bd082bade7c40630279f026c899a4b37a36b20e34ba522cfc9a7f38a82" },
        { "2565-indicators.csv", 2565, "06150502", "095bf066d031b73e05d5e881b7fbef888f7ce7c5b7b8fbd702904236d4c119fd" },
        { "2566-scores-ekkarat.csv", 2566, "06150502", "4d1eab439e61a0bb0fd28124ff6bb3d7b37629e53e6499174397d00b56edd922" },
        { "2567-indicators.csv", 2567, "06471804", "9939c383310ccf523e0fdd0bdf7dcfd057597586406e4104fb7242a8caf27113" },
    };

    [Theory, MemberData(nameof(Samples))]
    public async Task The_result_of_a_sample_is_the_same_to_the_byte(string file, int year, string agency, string stored)
    {
        await running.Api.SentAsync(ScoreFile.Sample(file), file);

        using var answer = await running.Api.GetAsync($"results/{year}/{agency}");
        var row = await running.Storage.Table(StorageNames.Tables.Results).FindAsync($"{year}", agency, CancellationToken.None);

        Assert.Equal(
            await File.ReadAllTextAsync(Repository.PathOf("tests", "SampleData", "ResultsOfSamples", $"{year}-{agency}.json")),
            Variable().Replace(await answer.Content.ReadAsStringAsync(), "\"$1\":0"));

        // SHA-256 of the stored bytes of the result alone.
        Assert.Equal(stored, row.Value?.GetString("contentHash"));
    }

    [GeneratedRegex("\"(version|upload|computedAt)\":(?:\"[^\"]*\"|[0-9]+)")]
    private static partial Regex Variable();
}
