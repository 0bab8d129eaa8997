using System.Globalization;
using Ita.App.Tests.Hosting;

namespace Ita.App.Tests.EndToEnd;

/// <summary>A registry is scored again in the background. A file of the same agencies that is read meanwhile is stored as a whole.</summary>
[Collection(AppTests.Name)]
public sealed class RegistryThenTotalsTests(RunningApp running)
{
    [Theory]
    [InlineData("RACEA")]
    [InlineData("RACEB")]
    [InlineData("RACEC")]
    public async Task A_file_of_agencies_that_are_scored_again_at_the_same_time_is_accepted(string prefix)
    {
        await running.Api.SentAsync(File(prefix, "agency_name", code => code), $"{prefix}-registry.csv");

        var sent = await running.Api.SentAsync(File(prefix, "item,score", _ => "TOTAL,80.00"), $"{prefix}-totals.csv");

        Assert.StartsWith("accepted", sent.GetProperty("status").GetString(), StringComparison.Ordinal);
        foreach (var code in (string[])[$"{prefix}-001", $"{prefix}-100", $"{prefix}-101", $"{prefix}-200", $"{prefix}-201", $"{prefix}-250"])
        {
            Assert.Equal(80m, (await running.Api.ResultAsync(2564, code)).GetProperty("total").GetDecimal());
        }
    }

    private static string File(string prefix, string columns, Func<string, string> cells) =>
        $"fiscal_year,agency_code,{columns}\n" + string.Concat(Enumerable.Range(1, 250)
            .Select(number => $"{prefix}-{number.ToString("000", CultureInfo.InvariantCulture)}")
            .Select(code => $"2564,{code},{cells(code)}\n"));
}
