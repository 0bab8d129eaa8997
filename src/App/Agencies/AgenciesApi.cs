using Ita.Domain.Naming;

namespace Ita.App.Agencies;

/// <summary>GET and PUT agencies/{year}/{code}: the registry of agencies.</summary>
internal static class AgenciesApi
{
    private const string Fields =
        "agencyName, agencyType, province, district, internalStaff, externalStakeholders, registered, contactEmail, reminders";

    public static IServiceCollection AddAgencies(this IServiceCollection services) => services.AddSingleton<AgencyTable>();

    public static void MapAgencies(this IEndpointRouteBuilder api)
    {
        api.MapGet("/agencies/{year:int}/{code}", GetAsync);
        api.MapPut("/agencies/{year:int}/{code}", PutAsync).Needs(Right.OwnAgency).TakesBody();
    }

    private static async Task<Answer<AgencyObject>> GetAsync(
        HttpContext context, int year, string code, AgencyTable agencies, CancellationToken cancellationToken) =>
        await agencies.FindAsync(FiscalYear.FromBuddhistEra(year), code, cancellationToken) is { } agency
            ? AgencyObject.From(agency, MaySeeContact(context, code))
            : Refusal.NotFound();

    // Not for everyone: it may be the address of a person. With open reads, a key counts where the endpoint has asked for one.
    private static bool MaySeeContact(HttpContext context, string code) =>
        context.Features.Get<KeyHolder>() is { } holder && (holder.Scope != KeyScope.Agency || holder.Agency == code);

    private static async Task<Answer<AgencyObject>> PutAsync(
        HttpContext context, int year, string code, AgencyTable agencies, JobQueues queues, TimeProvider clock, CancellationToken cancellationToken)
    {
        var sent = await ReadAsync(context.Request, year, code, cancellationToken);
        if (sent.IsRefused)
        {
            return sent.Refusal;
        }

        DateOnly? ownOn = context.Holder().Scope == KeyScope.Agency ? ThaiClock.Today(clock) : null;
        await agencies.MergeAsync(
            [sent.Value.ToAgency(FiscalYear.FromBuddhistEra(year), code)], Stated.At(clock.GetUtcNow()), ownOn, cancellationToken);

        // Head counts and registration decide whether an agency is processed, so an existing result can change.
        await queues.SendAsync(new ScoreAgencyJob(year, code), cancellationToken);
        return await GetAsync(context, year, code, agencies, cancellationToken);
    }

    private static async Task<Outcome<AgencyObject>> ReadAsync(HttpRequest request, int year, string code, CancellationToken cancellationToken)
    {
        var invalid = Refusal.Invalid("agency-invalid", ("fields", Fields));
        var read = await JsonBody.ReadAsync<AgencyObject>(request, invalid, cancellationToken);
        return read.IsRefused ? read : read.Value switch
        {
            { FiscalYear: { } other } when other != year => invalid.Because(Differs("fiscalYear")),
            { AgencyCode: { } other } when other != code => invalid.Because(Differs("agencyCode")),
            { InternalStaff: < 0 } or { ExternalStakeholders: < 0 } => invalid,
            { ContactEmail: { Length: > 0 } contact } when MailboxName.Normalize(contact.Trim()) is null => invalid.Because(NoMailbox),
            { Province: { } province } when FindUnknown(province) is { } unknown => invalid.Because(unknown),
            _ => read,
        };
    }

    // Without the value, which may be a person's address.
    private static Problem NoMailbox => new("member-no-email", Severity.Error, Column: "contactEmail");

    private static Problem Differs(string member) => new("member-differs", Severity.Error, Column: member);

    // The list of types is not closed, so that an unknown type is stored as it is written.
    private static Problem? FindUnknown(string province) =>
        string.IsNullOrWhiteSpace(province) || OfficialNames.Provinces.Find(province) is not null
            ? null
            : new Problem("member-not-official", Severity.Error, Column: "province", Value: province)
                .With("nearest", OfficialNames.Provinces.Nearest(province));

    /// <summary>An agency as the API returns and accepts it. Members missing from a PUT keep their values.</summary>
    private sealed record AgencyObject(
        int? FiscalYear,
        string? AgencyCode,
        string? AgencyName,
        string? AgencyType,
        string? Province,
        string? District,
        int? InternalStaff,
        int? ExternalStakeholders,
        bool? Registered,
        string? ContactEmail,
        bool? Reminders)
    {
        public static AgencyObject From(Agency agency, bool withContact) => new(
            agency.Year.BuddhistEra,
            agency.Code,
            agency.Name,
            agency.Type,
            agency.Province,
            agency.District,
            agency.InternalStaff,
            agency.ExternalStakeholders,
            agency.Registered,
            withContact ? agency.ContactEmail : null,
            agency.Reminders);

        public Agency ToAgency(FiscalYear year, string code) =>
            new(
                year, code, AgencyName, OfficialNames.AgencyTypes.Normalize(AgencyType), OfficialNames.Provinces.Normalize(Province), District,
                InternalStaff, ExternalStakeholders, Registered)
            {
                ContactEmail = string.IsNullOrWhiteSpace(ContactEmail) ? ContactEmail?.Trim() : MailboxName.Normalize(ContactEmail.Trim()),
                Reminders = Reminders,
            };
    }
}
