# The weekly table by channel in pandas, no check of any cell: python3 bench/peers/weekly.py FOLDER
import sys
import pandas as pd

folder = sys.argv[1]
media = {'(none)': 'Direct', 'cpc': 'Paid Search', 'organic': 'Organic Search', 'paid_social': 'Paid Social',
         'social': 'Organic Social', 'email': 'Email', 'affiliate': 'Affiliates'}


def weeks(times):
    local = pd.to_datetime(times, utc=True).dt.tz_convert('Europe/Paris').dt.tz_localize(None).dt.normalize()
    return local - pd.to_timedelta(local.dt.dayofweek, unit='D')


def levels(frame, channels=True):
    yield from ((week, '', part) for week, part in frame.groupby('week'))
    yield '', '', frame
    if channels:
        yield from ((week, channel, part) for (week, channel), part in frame.groupby(['week', 'channel']))
        yield from (('', channel, part) for channel, part in frame.groupby('channel'))


cells = []


def put(week, channel, name, value):
    cells.append(f"{week if week == '' else week.date()},{channel},{name},{value:.2f}")


visits = pd.read_csv(f'{folder}/visits.csv', usecols=['started_at', 'visitor_id', 'medium', 'order_id'], dtype={'visitor_id': str, 'order_id': str})
visits['week'] = weeks(visits.started_at)
visits['channel'] = visits.medium.map(media).fillna('Referral')
for week, channel, part in levels(visits):
    put(week, channel, 'sessions', len(part))
    put(week, channel, 'visitors', part.visitor_id.nunique())

orders = pd.read_csv(f'{folder}/orders.csv', usecols=['Name', 'Email', 'Financial Status', 'Created at', 'Subtotal', 'Taxes', 'Shipping', 'Total'])
orders = orders[orders.Total.notna() & orders['Financial Status'].isin(['paid', 'refunded'])].copy()
orders['week'] = weeks(orders['Created at'])
first = visits.dropna(subset=['order_id']).sort_values('started_at', kind='stable').drop_duplicates('order_id').set_index('order_id').channel
orders['channel'] = orders.Name.map(first).fillna('(unattributed)')
orders['value'] = orders.Subtotal - (orders.Taxes * orders.Subtotal / (orders.Subtotal + orders.Shipping)).round(6)
for week, channel, part in levels(orders):
    put(week, channel, 'orders', len(part))
    put(week, channel, 'average_order_value', part.value.sum() / len(part))
    put(week, channel, 'customers', part.Email.nunique())

spend = pd.read_csv(f'{folder}/spend.csv', usecols=['date', 'platform', 'cost', 'clicks'])
day = pd.to_datetime(spend.date)
spend['week'] = day - pd.to_timedelta(day.dt.dayofweek, unit='D')
spend['channel'] = spend.platform.isin(['Google Ads', 'Microsoft Ads']).map({True: 'Paid Search', False: 'Paid Social'})
for week, channel, part in levels(spend):
    put(week, channel, 'ad_spend', part.cost.sum())
    put(week, channel, 'clicks', part.clicks.sum())

tickets = pd.read_csv(f'{folder}/tickets.csv', usecols=['created_at', 'first_reply_at'])
tickets['week'] = weeks(tickets.created_at)
gap = pd.to_datetime(tickets.first_reply_at, utc=True) - pd.to_datetime(tickets.created_at, utc=True)
tickets['gap'] = gap.dt.total_seconds()
for week, channel, part in levels(tickets, channels=False):
    put(week, channel, 'tickets_created', len(part))
    put(week, channel, 'first_reply_time', part.gap.median())

print('\n'.join(sorted(cells)))
