using Microsoft.Extensions.Options;

namespace Ita.App.Delivery;

/// <summary>A way on which people get letters.</summary>
/// <param name="From">The sender that the receiver sees; null when it is not known.</param>
public sealed record DeliveryWay(Channel Channel, string? From);

/// <summary>The ways that are offered to people.</summary>
public sealed class DeliveryWays(IOptions<DeliveryOptions> options)
{
    /// <summary>The configured ways, phone first.</summary>
    public ImmutableArray<DeliveryWay> Configured { get; } =
    [
        .. options.Value.Sms is { } sms ? new DeliveryWay[] { new(Channel.Phone, sms.From) } : [],
        .. options.Value.Smtp is { } smtp ? new DeliveryWay[] { new(Channel.Email, smtp.From.Address) } : [],
    ];

    /// <summary>Null when the channel is not configured.</summary>
    public DeliveryWay? Find(Channel channel) => Configured.FirstOrDefault(way => way.Channel == channel);
}
