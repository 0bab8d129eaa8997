using System.Globalization;
using System.Text.RegularExpressions;
using Ita.Tests;

namespace Ita.App.Tests.Infra;

/// <summary>What the documentation says about deleted files is what the deployment configures.</summary>
public sealed partial class RetentionTests(Deployment deployment) : IClassFixture<Deployment>
{
    private static readonly string Page = Words("operations.md");

    [Fact]
    public void The_operations_page_says_how_long_a_deleted_file_is_kept()
    {
        var (prod, elsewhere) = (DaysOf("prod") + 1, DaysOf("test") + 1);

        Assert.Equal(elsewhere, DaysOf("dev") + 1);
        Assert.Contains($"kept for {prod} days in prod ({elsewhere} elsewhere)", Page, StringComparison.Ordinal);
        Assert.Contains($"for up to {2 * prod} ({2 * elsewhere})", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Deleted_blobs_and_old_versions_are_kept_for_the_same_number_of_days()
    {
        var blobs = deployment.One("Microsoft.Storage/storageAccounts/blobServices");
        var rules = deployment.One("Microsoft.Storage/storageAccounts/managementPolicies").GetProperty("policy").GetProperty("rules");
        var versions = rules.EnumerateArray().Single(rule => rule.GetProperty("name").GetString() == "forget-old-versions");

        Assert.Equal(
            blobs.GetProperty("deleteRetentionPolicy").GetProperty("days").GetInt32(),
            versions.GetProperty("definition").GetProperty("actions").GetProperty("version").GetProperty("delete")
                .GetProperty("daysAfterCreationGreaterThan").GetInt32());
    }

    [Fact]
    public void No_page_says_that_a_deleted_picture_is_gone_from_the_store() =>
        Assert.DoesNotContain("removed from the store", Words("api.md"), StringComparison.Ordinal);

    private static string Words(string page) => string.Join(
        ' ', File.ReadAllText(Repository.PathOf("docs", page)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int DaysOf(string environment) => int.Parse(
        KeepDays().Match(File.ReadAllText(Repository.PathOf("infra", "parameters", $"{environment}.bicepparam"))).Groups[1].Value,
        CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^param keepDeletedDays = (\d+)$", RegexOptions.Multiline)]
    private static partial Regex KeepDays();
}
