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
        { "2565-indicators.csv", 2565, "05470113", "ad9d516f0c35d3f1a16a75f1b11145bf6288e4f38066ee072b3a5ee935a069d9" },
        { "2565-indicators.csv", 2565, "06150502", "99cbab0c2d921eba97269686da6ee1bbf3bd3c59e26fda8c6b4a2ac3c434fc27" },
        { "2566-scores-ekkarat.csv", 2566, "06150502", "bcd2572f7b3e885b63f34dc3ca8e7c0dc101b96d9d81155619e51793193585c1" },
        { "2567-indicators.csv", 2567, "06471804", "3b7cc522d4e85927f37fd16628867423b1595f5a77742ad7b744e1f053b2de4e" },
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
