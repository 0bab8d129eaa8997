using System.Text.Json;
using System.Text.RegularExpressions;
using Ita.App.Uploads;
using Ita.App.Web;

namespace Ita.App.Tests.Infra;

/// <summary>Every role assignment of a deployment: principal, role and scope. The list is explicit, because each new
/// assignment is a decision.</summary>
public sealed partial class RoleTests(Deployment deployment) : IClassFixture<Deployment>
{
    private const string Type = "Microsoft.Authorization/roleAssignments";

    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["7f951dda-4ed3-4680-a7ca-43fe172d538d"] = "AcrPull",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    [Fact]
    public void There_are_these_role_assignments_and_no_others() => Assert.Equal(
        [
            "app: AcrPull on registries",
            "app: Monitoring Metrics Publisher on components",
            "app: Storage Blob Data Contributor on containers/frameworks",
            "app: Storage Blob Data Contributor on containers/incoming",
            "app: Storage Blob Data Contributor on containers/pictures",
            "app: Storage Blob Data Contributor on containers/reports",
            "app: Storage Blob Data Contributor on containers/results",
            "app: Storage Blob Data Contributor on containers/upload-errors",
            "app: Storage Blob Data Owner on containers/azure-webjobs-hosts",
            "app: Storage Blob Data Reader on containers/uploads",
            "app: Storage Queue Data Contributor on queues/azure-webjobs-blobtrigger-ita",
            "app: Storage Queue Data Contributor on queues/ingest",
            "app: Storage Queue Data Contributor on queues/ingest-poison",
            "app: Storage Queue Data Contributor on queues/otp-letters",
            "app: Storage Queue Data Contributor on queues/otp-outbox",
            "app: Storage Queue Data Contributor on queues/otp-outbox-poison",
            "app: Storage Queue Data Contributor on queues/plan",
            "app: Storage Queue Data Contributor on queues/plan-poison",
            "app: Storage Queue Data Contributor on queues/render",
            "app: Storage Queue Data Contributor on queues/render-apart",
            "app: Storage Queue Data Contributor on queues/render-apart-poison",
            "app: Storage Queue Data Contributor on queues/render-batch",
            "app: Storage Queue Data Contributor on queues/render-batch-poison",
            "app: Storage Queue Data Contributor on queues/render-poison",
            "app: Storage Queue Data Contributor on queues/score",
            "app: Storage Queue Data Contributor on queues/score-poison",
            "app: Storage Queue Data Contributor on queues/webjobs-blobtrigger-poison",
            "app: Storage Table Data Contributor on tables/Agencies",
            "app: Storage Table Data Contributor on tables/Appeals",
            "app: Storage Table Data Contributor on tables/Audit",
            "app: Storage Table Data Contributor on tables/Changes",
            "app: Storage Table Data Contributor on tables/Deliveries",
            "app: Storage Table Data Contributor on tables/Evidence",
            "app: Storage Table Data Contributor on tables/ItemScores",
            "app: Storage Table Data Contributor on tables/Keys",
            "app: Storage Table Data Contributor on tables/LetterHeads",
            "app: Storage Table Data Contributor on tables/Limits",
            "app: Storage Table Data Contributor on tables/Measures",
            "app: Storage Table Data Contributor on tables/Passwords",
            "app: Storage Table Data Contributor on tables/Remarks",
            "app: Storage Table Data Contributor on tables/Reports",
            "app: Storage Table Data Contributor on tables/Responses",
            "app: Storage Table Data Contributor on tables/Results",
            "app: Storage Table Data Contributor on tables/RunItems",
            "app: Storage Table Data Contributor on tables/Runs",
            "app: Storage Table Data Contributor on tables/Seals",
            "app: Storage Table Data Contributor on tables/Secrets",
            "app: Storage Table Data Contributor on tables/Settings",
            "app: Storage Table Data Contributor on tables/SharedLimits",
            "app: Storage Table Data Contributor on tables/Surveys",
            "app: Storage Table Data Contributor on tables/Uploads",
            "event grid: Storage Blob Data Contributor on containers/undelivered-events",
            "operators: Storage Blob Data Contributor on containers/uploads",
            "operators: Storage Blob Data Reader on containers/undelivered-events",
        ],
        deployment.OfType(Type).Select(Text).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Without_an_operator_group_people_have_no_role()
    {
        var resources = (await Bicep.SnapshotAsync("parameters/dev.bicepparam")).GetProperty("predictedResources").EnumerateArray();

        var assignments = resources.Where(resource => resource.GetProperty("type").GetString() == Type).Select(Text).ToList();

        Assert.NotEmpty(assignments);
        Assert.All(assignments, text => Assert.Matches("^(app|event grid): ", text));
    }

    private static string Text(JsonElement assignment)
    {
        var properties = assignment.GetProperty("properties");
        var role = Roles[properties.GetProperty("roleDefinitionId").GetString()!.Split('/')[^1]];
        return $"{Principal(properties.GetProperty("principalId").GetString()!)}: {role} on {Scope(assignment.GetProperty("id").GetString()!)}";
    }

    private static string Principal(string id) => id switch
    {
        Deployment.OperatorGroup => "operators",
        _ when id.Contains("Microsoft.ManagedIdentity/userAssignedIdentities/id-ita-", StringComparison.Ordinal) => "app",
        _ when id.Contains("Microsoft.EventGrid/systemTopics/evgt-ita-", StringComparison.Ordinal) => "event grid",
        _ => id,
    };

    // There is only one registry and one Application Insights, and their names depend on the subscription, so their
    // type is sufficient.
    private static string Scope(string id)
    {
        var scope = ScopeInId().Match(id).Groups[1].Value;
        return StorageItem().Match(scope) is { Success: true } item ? item.Groups[1].Value : scope.Split('/')[^2];
    }

    [GeneratedRegex(@"^(?:\[extensionResourceId\(')?(/[^']+?)(?:'|/providers/Microsoft\.Authorization/)")]
    private static partial Regex ScopeInId();

    [GeneratedRegex(@"Microsoft\.Storage/storageAccounts/\w+/\w+Services/default/(\w+/[\w-]+)$")]
    private static partial Regex StorageItem();
}
