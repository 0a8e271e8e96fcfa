/** One of the nine regions of England, with DfE’s 3-digit codes of the authorities in it. */
export type Region = { readonly code: string; readonly name: string; readonly authorities: readonly string[] };

/**
 * Which authority lies in which region: each in one, and those since abolished that carried figures name, so that schools of
 * an older file keep theirs. London is inner and outer London together.
 *
 * Source: Department for Education, Pupil attendance in schools 2025/26, columns `old_la_code`, `region_code` and
 * `region_name`; of those abolished (820 835 836 837 875 909 928) its statistics of permanent exclusions and suspensions.
 * Open Government Licence v3.0; NOTICE names the files.
 */
export const regions: readonly Region[] = [
  region('E12000001', 'North East', '390 391 392 393 394 805 806 807 808 840 841 929'),
  region(
    'E12000002',
    'North West',
    '340 341 342 343 344 350 351 352 353 354 355 356 357 358 359 875 876 877 888 889 890 895 896 909 942 943',
  ),
  region('E12000003', 'Yorkshire and The Humber', '370 371 372 373 380 381 382 383 384 810 811 812 813 815 816'),
  region('E12000004', 'East Midlands', '830 831 855 856 857 891 892 925 928 940 941'),
  region('E12000005', 'West Midlands', '330 331 332 333 334 335 336 860 861 884 885 893 894 937'),
  region('E12000006', 'East of England', '820 821 822 823 873 874 881 882 883 919 926 935'),
  region(
    'E12000007',
    'London',
    '201 202 203 204 205 206 207 208 209 210 211 212 213 301 302 303 304 305 306 307 308 309 310 311 312 313 314 315 316 317 318 319 320',
  ),
  region('E12000008', 'South East', '825 826 845 846 850 851 852 867 868 869 870 871 872 886 887 921 931 936 938'),
  region('E12000009', 'South West', '420 800 801 802 803 835 836 837 838 839 865 866 878 879 880 908 916 933'),
];

const byAuthority = new Map(regions.flatMap((one) => one.authorities.map((la) => [la, one] as const)));

/** The region of an authority by its 3-digit code; undefined for one that is in none, as an invented one is. */
export function findRegion(authority: string): Region | undefined {
  return byAuthority.get(authority);
}

function region(code: string, name: string, authorities: string): Region {
  return { code, name, authorities: authorities.split(' ') };
}
